PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE journal (
    seq integer primary key,
    at integer not null,
    actor text not null,
    on_behalf text,
    origin text not null,
    kind text not null,
    version integer not null,
    target_id integer,
    payload text not null,
    previous text not null,
    hash text not null
) strict;
INSERT INTO journal VALUES(1,1795510800000000,'全权',NULL,'command-line','county-founded',1,NULL,'{"kind":"county-founded","county":"云岭县","year":2021,"sample":true}','0000000000000000000000000000000000000000000000000000000000000000','c1d914de1cc63d09f71ec1aec6bb143a38e85ae1f8fbe7b39ba47b241d415827');
INSERT INTO journal VALUES(2,1795510800000000,'全权',NULL,'command-line','unit-added',1,NULL,'{"kind":"unit-added","unit":{"id":1,"code":"101001","name":"县教育体育局","level":"first","desk":"教科文股"}}','c1d914de1cc63d09f71ec1aec6bb143a38e85ae1f8fbe7b39ba47b241d415827','18b97f01dd81a45f6288afe02ed358b9eee1eac91fc0b03efd2e3ac10b1a452c');
INSERT INTO journal VALUES(3,1795510800000000,'全权',NULL,'command-line','unit-added',1,NULL,'{"kind":"unit-added","unit":{"id":2,"code":"401001","name":"县水务局","level":"first","desk":"农业农村股"}}','18b97f01dd81a45f6288afe02ed358b9eee1eac91fc0b03efd2e3ac10b1a452c','cf72ca7f7b1bfd5b8ff4f522ad42a31bd2f649fc7f0f70dd3a15736c5c32a8ad');
INSERT INTO journal VALUES(4,1795510800000000,'全权',NULL,'command-line','user-added',1,NULL,'{"kind":"user-added","user":{"name":"教科文股经办","login":"jkw","grants":[{"role":"desk","scope":{"desk":"教科文股"}},{"role":"department","scope":{"unit":1}}]}}','cf72ca7f7b1bfd5b8ff4f522ad42a31bd2f649fc7f0f70dd3a15736c5c32a8ad','b80e09abe15159f8a9301f360aecc08c69135a9b346a8f905aed1862d258728c');
INSERT INTO journal VALUES(5,1795510800000000,'全权',NULL,'command-line','evaluation-recorded',1,NULL,'{"kind":"evaluation-recorded","id":1,"unit":1,"evaluation":{"unit":{"code":"101001","name":"县教育体育局"},"project":{"code":"53039921T000000101000","name":"营养改善计划"},"year":2020,"kind":"self","budget":5000000,"executed":4000000,"score":"92","indicators":[{"l1":null,"l2":null,"l3":"受益人数","sign":"≥","target":"11000","unit":"人","actual":"10000","weight":"90","score":"82","reason":"停课一个月"}]},"replaces":null,"of":[]}','b80e09abe15159f8a9301f360aecc08c69135a9b346a8f905aed1862d258728c','caa3a1dec024ecdd3f7035711f8156d97fe9ecb0107f324ecee95c5befdd5607');
INSERT INTO journal VALUES(6,1795510800000000,'全权',NULL,'command-line','evaluation-recorded',1,NULL,'{"kind":"evaluation-recorded","id":2,"unit":2,"evaluation":{"unit":{"code":"401001","name":"县水务局"},"project":{"code":null,"name":"农村饮水安全"},"year":2019,"kind":"fiscal","budget":5000000,"executed":4000000,"score":"87","indicators":[{"l1":null,"l2":null,"l3":"受益人数","sign":"≥","target":"11000","unit":"人","actual":"10000","weight":"90","score":"77","reason":"停课一个月"}]},"replaces":null,"of":[]}','caa3a1dec024ecdd3f7035711f8156d97fe9ecb0107f324ecee95c5befdd5607','c2326af52b62eaef7f3885e298a01b0c48dce882d5db84ede1d0d800a4ef4f93');
INSERT INTO journal VALUES(7,1795510800000000,'全权',NULL,'command-line','target-registered',1,1,'{"kind":"target-registered","target":1,"year":2021,"unit":1,"project":{"code":"53039921T000000101000","name":"营养改善计划"},"category":"特定目标类项目","procedure":"target-review","prior":[{"evaluation":1,"reason":"code"}],"to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','c2326af52b62eaef7f3885e298a01b0c48dce882d5db84ede1d0d800a4ef4f93','342bc682d5c9f5f02b0243933c19bbeafc55c59ca85daf1fb6da7a1b4c700880');
INSERT INTO journal VALUES(8,1795510800000000,'全权',NULL,'command-line','submission-received',1,1,'{"kind":"submission-received","target":1,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":95,"by":"","grounds":[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]}],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','342bc682d5c9f5f02b0243933c19bbeafc55c59ca85daf1fb6da7a1b4c700880','a8681e0f8781c1914e60a3b731ff152b10eb4393f30130fde9415b0a0b63cccc');
INSERT INTO journal VALUES(9,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":1,"rules":2,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"},{"id":"unit-cost-jump","severity":"hint","place":{"indicator":0},"trigger":"≥12000 人","slots":{"actual":"10000","amount":"1.000037","factor":"0.2","name":"受益人数","spent":"4.00","year":"2020"},"key":"c176387a1ba7c8bd"}]}','a8681e0f8781c1914e60a3b731ff152b10eb4393f30130fde9415b0a0b63cccc','b8244a337cc57e335b042e19ca213fed12813b057099fa6ce211f2848ebea44a');
INSERT INTO journal VALUES(10,1795510800000000,'全权',NULL,'command-line','target-registered',1,2,'{"kind":"target-registered","target":2,"year":2021,"unit":2,"project":{"code":null,"name":"农村饮水安全"},"category":"特定目标类项目","procedure":"target-review","prior":[{"evaluation":2,"reason":"name"}],"to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','b8244a337cc57e335b042e19ca213fed12813b057099fa6ce211f2848ebea44a','a380c21c9962fa12603ba156e268e23726cdf51d82916be8cd1ed7b73230019f');
INSERT INTO journal VALUES(11,1795510800000000,'全权',NULL,'command-line','submission-received',1,2,'{"kind":"submission-received","target":2,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":95,"by":"","grounds":[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]}],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','a380c21c9962fa12603ba156e268e23726cdf51d82916be8cd1ed7b73230019f','80fb09dc2915252809e1d5bcc1d4d79f35fb7436e1b83ec228d44056dab5c8aa');
INSERT INTO journal VALUES(12,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,2,'{"kind":"findings-recorded","target":2,"round":1,"rules":2,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"},{"id":"unit-cost-jump","severity":"hint","place":{"indicator":0},"trigger":"≥12000 人","slots":{"actual":"10000","amount":"1.000037","factor":"0.2","name":"受益人数","spent":"4.00","year":"2019"},"key":"c176387a1ba7c8bd"}]}','80fb09dc2915252809e1d5bcc1d4d79f35fb7436e1b83ec228d44056dab5c8aa','8dfc2f90ff3bed29b699ef8ac5163cc2f3e0441c936d6f780518ef178a83354c');
INSERT INTO journal VALUES(13,1795510800000000,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":1,"link":{"objective":0,"indicator":0,"origin":"confirmed","confidence":100,"by":"全权"}}','8dfc2f90ff3bed29b699ef8ac5163cc2f3e0441c936d6f780518ef178a83354c','d53ddab156dd25590628f750c0ecd9c390774eb1571e16b493d60a40318dd229');
INSERT INTO journal VALUES(14,1795510800000000,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":1,"link":{"objective":1,"indicator":1,"origin":"rejected","confidence":100,"by":"全权"}}','d53ddab156dd25590628f750c0ecd9c390774eb1571e16b493d60a40318dd229','1924aa063100ead70fca353839130af6c9adcc3d263f3a99e9ce9e2c59eff30b');
INSERT INTO journal VALUES(15,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":1,"rules":2,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":1},"trigger":"培训不少于201人","slots":{"name":"培训不少于201人"},"key":"9ed9e0e331b14ffc"},{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"indicator-orphan","severity":"warning","place":{"indicator":1},"trigger":"培训人数","slots":{"name":"培训人数"},"key":"f4885edba6858b7a"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"},{"id":"unit-cost-jump","severity":"hint","place":{"indicator":0},"trigger":"≥12000 人","slots":{"actual":"10000","amount":"1.000037","factor":"0.2","name":"受益人数","spent":"4.00","year":"2020"},"key":"c176387a1ba7c8bd"}]}','1924aa063100ead70fca353839130af6c9adcc3d263f3a99e9ce9e2c59eff30b','a9f4719214c5dde9ea6d8f37ac64a4330e3e09c5c6bd9be72e0045c911f02fab');
INSERT INTO journal VALUES(16,1795510800000000,'全权',NULL,'command-line','prior-match-set',1,2,'{"kind":"prior-match-set","target":2,"round":1,"matched":{"indicator":0,"evaluation":2,"earlier":0,"by":"全权"}}','a9f4719214c5dde9ea6d8f37ac64a4330e3e09c5c6bd9be72e0045c911f02fab','56b6ab7fd7e8208348d46e6bd6301f7dd61854a8dc4ba5103d886acd15a71757');
INSERT INTO journal VALUES(17,1795510800000000,'全权',NULL,'command-line','target-submitted',1,1,'{"kind":"target-submitted","target":1,"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','56b6ab7fd7e8208348d46e6bd6301f7dd61854a8dc4ba5103d886acd15a71757','2b4bdf0b76cf21715b2f03d365e34c95fd99ea49601aac02b344843979ee1365');
INSERT INTO journal VALUES(18,1795510800000000,'全权',NULL,'command-line','target-submitted',1,2,'{"kind":"target-submitted","target":2,"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','2b4bdf0b76cf21715b2f03d365e34c95fd99ea49601aac02b344843979ee1365','5407f2387d8732a339096479f9e7e5f123b34eabb8a35389ae80c7545428633d');
INSERT INTO journal VALUES(19,1795510800000000,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":1,"stage":"department","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000}}','5407f2387d8732a339096479f9e7e5f123b34eabb8a35389ae80c7545428633d','4d7808c5ae69680dcdec6be97132e67e23f23447172f93f869640bc0417e262a');
INSERT INTO journal VALUES(20,1795510800000000,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":1,"stage":"desk","grade":"中","criteria":["中","中","中","中","中","中"],"suggested":"中","verdict":"return","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000},"to":{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}}','4d7808c5ae69680dcdec6be97132e67e23f23447172f93f869640bc0417e262a','89a3cbdcd0b323dada1e1d457b2438199e4e3f292260e45bfd9a34fb74192d7b');
INSERT INTO journal VALUES(21,1795510800000000,'全权',NULL,'command-line','submission-received',1,1,'{"kind":"submission-received","target":1,"submission":{"amount":2000037,"objective":"目标1：受益12000人；目标2：培训不少于200人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"202","unit":"人","weight":"15","raw":"≥202人"}],"source":"第2版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"confirmed","confidence":100,"by":"全权"},{"objective":1,"indicator":1,"origin":"suggested","confidence":77,"by":"","grounds":[{"words":["培训"]},{"work":"train"}]}],"from":{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000},"to":{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}}','89a3cbdcd0b323dada1e1d457b2438199e4e3f292260e45bfd9a34fb74192d7b','3b25f9b429307bfec939fc1de5cff353aec0b26be1e07992dae8a52cd4c84f2f');
INSERT INTO journal VALUES(22,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":2,"rules":2,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}]}','3b25f9b429307bfec939fc1de5cff353aec0b26be1e07992dae8a52cd4c84f2f','630ff20ad945b4191e220331c301dc641619e50c6994995050558eebf2833ea4');
INSERT INTO journal VALUES(23,1795510800000000,'全权',NULL,'command-line','target-submitted',1,1,'{"kind":"target-submitted","target":1,"from":{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000},"to":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}}','630ff20ad945b4191e220331c301dc641619e50c6994995050558eebf2833ea4','3fd7f1e54a5019a296f258da68f5380a9091ed357497fda64e39db588772d7c6');
INSERT INTO journal VALUES(24,1795510800000000,'全权',NULL,'command-line','point-answered',1,1,'{"kind":"point-answered","target":1,"round":2,"review":19,"answered":true}','3fd7f1e54a5019a296f258da68f5380a9091ed357497fda64e39db588772d7c6','eb261c551b9b83a1164e443513353a073ad781aa74030201a64480ab006a6633');
INSERT INTO journal VALUES(25,1795510800000000,'全权',NULL,'command-line','target-registered',1,3,'{"kind":"target-registered","target":3,"year":2021,"unit":2,"project":{"code":"53039921T000000101002","name":"校舍维修改造"},"category":"特定目标类项目","procedure":"target-review","prior":[],"to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','eb261c551b9b83a1164e443513353a073ad781aa74030201a64480ab006a6633','b17d2170564b25cdf9b59d97d8658392dcab16fedf1f3425744af0b678d5db11');
INSERT INTO journal VALUES(26,1795510800000000,'全权',NULL,'command-line','submission-received',1,3,'{"kind":"submission-received","target":3,"submission":{"amount":1000037,"objective":"","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','b17d2170564b25cdf9b59d97d8658392dcab16fedf1f3425744af0b678d5db11','9bd90aa60df6c331f3ca745d8a4c43c1d6b0cd626d4bd9c14e877b6b4038acf4');
INSERT INTO journal VALUES(27,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,3,'{"kind":"findings-recorded","target":3,"round":1,"rules":2,"findings":[{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}],"unchecked":[{"id":"objective-uncovered","reason":"objective"},{"id":"indicator-orphan","reason":"objective"},{"id":"below-prior","reason":"prior"},{"id":"far-above-prior","reason":"prior"},{"id":"unit-cost-jump","reason":"prior"},{"id":"unchanged-text","reason":"prior"}]}','9bd90aa60df6c331f3ca745d8a4c43c1d6b0cd626d4bd9c14e877b6b4038acf4','9b38607dac6901b32464e5520eb7a2eadaf7298f446e7e4cff2fa5c029d9773f');
INSERT INTO journal VALUES(28,1795510800000000,'全权',NULL,'command-line','finding-waived',1,1,'{"kind":"finding-waived","target":1,"check":"objective-uncovered","key":"cfe19aff989fa38e","reason":"按省定标准"}','9b38607dac6901b32464e5520eb7a2eadaf7298f446e7e4cff2fa5c029d9773f','7eb4cb4ec76551c67d4dad3846b57426c08ff9b95cbe60440d2ae4c9aebc41ac');
INSERT INTO journal VALUES(29,1795779021682840,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":2,"stage":"desk","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000},"to":{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795779021682840}}','7eb4cb4ec76551c67d4dad3846b57426c08ff9b95cbe60440d2ae4c9aebc41ac','3c1b423f08c0644b4241eeed3478285557fa450c681806987e60202a4fe03c05');
INSERT INTO journal VALUES(30,1795779021684613,'全权',NULL,'command-line','act-undone',1,1,'{"kind":"act-undone","target":1,"act":29,"from":{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795779021682840},"to":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}}','3c1b423f08c0644b4241eeed3478285557fa450c681806987e60202a4fe03c05','73e3db22fddc91d4610cba359c4253d8004408ca4b7728f6f9246a624eb5718e');
INSERT INTO journal VALUES(31,1795779021685514,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":2,"link":{"objective":2,"indicator":1,"origin":"confirmed","confidence":100,"by":"全权"}}','73e3db22fddc91d4610cba359c4253d8004408ca4b7728f6f9246a624eb5718e','faeb30d5afcb85eb0e7dfc5f01fc3119ee2c0beac86e1d3020cef10c0cdb306a');
INSERT INTO journal VALUES(32,1795779021685514,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":2,"rules":2,"findings":[{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}]}','faeb30d5afcb85eb0e7dfc5f01fc3119ee2c0beac86e1d3020cef10c0cdb306a','fb95d13c9df179d664e9beecd4349ce2a36a04f2918a34fa0e28d0082c67fc04');
INSERT INTO journal VALUES(33,1795779021687170,'全权',NULL,'command-line','link-removed',1,1,'{"kind":"link-removed","target":1,"round":2,"objective":2,"indicator":1}','fb95d13c9df179d664e9beecd4349ce2a36a04f2918a34fa0e28d0082c67fc04','427ad4237a98022f4e043ae1d1ccc84dd08df73197286f67e7d331e5d8379d57');
INSERT INTO journal VALUES(34,1795779021687170,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":2,"rules":2,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}]}','427ad4237a98022f4e043ae1d1ccc84dd08df73197286f67e7d331e5d8379d57','eb15a71f58868b14b60e8cd027e1957e33372fcc19ef166d15fce3191f9e1376');
INSERT INTO journal VALUES(35,1795779021688284,'全权',NULL,'command-line','target-withdrawn',1,2,'{"kind":"target-withdrawn","target":2,"reason":"项目取消","from":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021688284}}','eb15a71f58868b14b60e8cd027e1957e33372fcc19ef166d15fce3191f9e1376','ab629d0608c24dee42fe420405980e0d80ad5cb4f27d7ff297b7e7cd0b92517a');
INSERT INTO journal VALUES(36,1795779021689099,'全权',NULL,'command-line','submission-received',1,2,'{"kind":"submission-received","target":2,"submission":{"amount":3000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"203","unit":"人","weight":"15","raw":"≥203人"}],"source":"第3版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":77,"by":"","grounds":[{"words":["培训"]},{"work":"train"}]}],"from":{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021688284},"to":{"state":"withdrawn","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021688284}}','ab629d0608c24dee42fe420405980e0d80ad5cb4f27d7ff297b7e7cd0b92517a','2bbd9e7865a1a45301b475cf50aa01965690eeff3605d888bf419448a41309ef');
INSERT INTO journal VALUES(37,1795779021689099,'全权',NULL,'command-line','prior-match-set',1,2,'{"kind":"prior-match-set","target":2,"round":2,"matched":{"indicator":0,"evaluation":2,"earlier":0,"by":"全权"}}','2bbd9e7865a1a45301b475cf50aa01965690eeff3605d888bf419448a41309ef','fddf0dd2acd6cef5f1b60ba810ae56de5e09f26f4e46c896cc65ba5cfee81713');
INSERT INTO journal VALUES(38,1795779021689099,'全权',NULL,'command-line','findings-recorded',1,2,'{"kind":"findings-recorded","target":2,"round":2,"rules":2,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}]}','fddf0dd2acd6cef5f1b60ba810ae56de5e09f26f4e46c896cc65ba5cfee81713','06eb298ce1fef45c40cd435eb189f848c3237a6bb8fd9f29678a66d5f809f62a');
INSERT INTO journal VALUES(39,1795779021692553,'全权',NULL,'command-line','submission-received',1,3,'{"kind":"submission-received","target":3,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":95,"by":"","grounds":[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]}],"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','06eb298ce1fef45c40cd435eb189f848c3237a6bb8fd9f29678a66d5f809f62a','4e73ee6a7d503fa739b8c2f86b3ae8d8ebed17935a9286908aa7c1785d5e77c5');
INSERT INTO journal VALUES(40,1795779021692553,'全权',NULL,'command-line','findings-recorded',1,3,'{"kind":"findings-recorded","target":3,"round":2,"rules":2,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}],"unchecked":[{"id":"below-prior","reason":"prior"},{"id":"far-above-prior","reason":"prior"},{"id":"unit-cost-jump","reason":"prior"},{"id":"unchanged-text","reason":"prior"}]}','4e73ee6a7d503fa739b8c2f86b3ae8d8ebed17935a9286908aa7c1785d5e77c5','8d026215c88e819e137c24266c15f5f6aec065bcbac4ed2777023b97b977033e');
INSERT INTO journal VALUES(41,1795779021694925,'全权',NULL,'command-line','target-submitted',1,3,'{"kind":"target-submitted","target":3,"from":{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021694925}}','8d026215c88e819e137c24266c15f5f6aec065bcbac4ed2777023b97b977033e','41a7649cad3a926447d710b280a434e4d9fa8ce56820ea4727db6262fcc8f3df');
INSERT INTO journal VALUES(42,1795779021695995,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"department","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021694925},"to":{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021695995}}','41a7649cad3a926447d710b280a434e4d9fa8ce56820ea4727db6262fcc8f3df','725c5220cd80fc5c26aa6a8415473e3571263c518d2ff3457432318c9dacf393');
INSERT INTO journal VALUES(43,1795779021696825,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"desk","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021695995},"to":{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021696825}}','725c5220cd80fc5c26aa6a8415473e3571263c518d2ff3457432318c9dacf393','c8cdc2e7658d520d5daa80539eb915b92e3ff539dd488b6248490b91e6b21fee');
INSERT INTO journal VALUES(44,1795779021697612,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"performance","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021696825},"to":{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021697612}}','c8cdc2e7658d520d5daa80539eb915b92e3ff539dd488b6248490b91e6b21fee','17dd9076cfac64a070ed5c36bf3a48677d2def24142ab58371b72fff4faa1991');
INSERT INTO journal VALUES(45,1795779021698406,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"budget","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021697612},"to":{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021698406}}','17dd9076cfac64a070ed5c36bf3a48677d2def24142ab58371b72fff4faa1991','12d0062271d4b8a182bc9cc4b371c997e16a90ea8a89c687b7ec3bf7036ad3dc');
INSERT INTO journal VALUES(46,1795779021699291,'全权',NULL,'command-line','user-added',1,NULL,'{"kind":"user-added","user":{"name":"主任","login":null,"grants":[{"role":"chair","scope":"county"}]}}','12d0062271d4b8a182bc9cc4b371c997e16a90ea8a89c687b7ec3bf7036ad3dc','5aadde4c63decf6a30a590e4c4bf49c026e1296bcf50b131542a5bc2ecad428a');
INSERT INTO journal VALUES(47,1795779021699867,'全权',NULL,'command-line','user-added',1,NULL,'{"kind":"user-added","user":{"name":"记录","login":null,"grants":[{"role":"recorder","scope":"county"}]}}','5aadde4c63decf6a30a590e4c4bf49c026e1296bcf50b131542a5bc2ecad428a','d0eb87517f2393dea187b174e0af79445d745591200a5d3f18aa942e2bb422e2');
INSERT INTO journal VALUES(48,1795779021700395,'全权',NULL,'command-line','user-added',1,NULL,'{"kind":"user-added","user":{"name":"委员","login":null,"grants":[{"role":"panel","scope":"county"}]}}','d0eb87517f2393dea187b174e0af79445d745591200a5d3f18aa942e2bb422e2','8fe193c27c8ba8b9e93778ec624991b7f0f42d1548d59176977ac1dbf1caaa13');
INSERT INTO journal VALUES(49,1795779021700897,'全权',NULL,'command-line','session-created',1,NULL,'{"kind":"session","session":1,"act":"created","name":"第一次会审","day":null,"quorum":[2,3],"minutes":30}','8fe193c27c8ba8b9e93778ec624991b7f0f42d1548d59176977ac1dbf1caaa13','011f9ca8da78ef9c5edff36a2733b2637b218eaf63a28755dab74217924418ab');
INSERT INTO journal VALUES(50,1795779021701581,'全权',NULL,'command-line','session-seated',1,NULL,'{"kind":"session","session":1,"act":"seated","user":"主任","seat":"chair"}','011f9ca8da78ef9c5edff36a2733b2637b218eaf63a28755dab74217924418ab','58f674d31bd65aa21926b861fe66514810682fa5ac48b5935116feec37058d55');
INSERT INTO journal VALUES(51,1795779021702339,'全权',NULL,'command-line','session-seated',1,NULL,'{"kind":"session","session":1,"act":"seated","user":"记录","seat":"recorder"}','58f674d31bd65aa21926b861fe66514810682fa5ac48b5935116feec37058d55','016a63692bf64ce3c4ee3858f33dfb9f451d6c298801677ec45ee7caed2a9158');
INSERT INTO journal VALUES(52,1795779021702994,'全权',NULL,'command-line','session-seated',1,NULL,'{"kind":"session","session":1,"act":"seated","user":"委员","seat":"panel"}','016a63692bf64ce3c4ee3858f33dfb9f451d6c298801677ec45ee7caed2a9158','86a9258aa7e6885d4a01dd0aa255e34736448b15a31c083dc7129022c6181400');
INSERT INTO journal VALUES(53,1795779021703599,'全权',NULL,'command-line','session-items-added',1,NULL,'{"kind":"session","session":1,"act":"items-added","targets":[3]}','86a9258aa7e6885d4a01dd0aa255e34736448b15a31c083dc7129022c6181400','680bf721fdba84882b80684421752be443da7a5de8791e68cbb1bdde04bcda89');
INSERT INTO journal VALUES(54,1795779021704401,'主任',NULL,'command-line','session-opened',1,NULL,'{"kind":"session","session":1,"act":"opened","present":["主任","委员"],"quorum":{"entitled":1,"present":1,"needed":1}}','680bf721fdba84882b80684421752be443da7a5de8791e68cbb1bdde04bcda89','83b6dbf624239cedfac2e6d5df3a4c474dab549bcfb2345e831604530b778a30');
INSERT INTO journal VALUES(55,1795779021704401,'主任',NULL,'command-line','session-called',1,NULL,'{"kind":"session","session":1,"act":"called","target":3}','83b6dbf624239cedfac2e6d5df3a4c474dab549bcfb2345e831604530b778a30','aa7b3257d8636595b9e0a8b2b0f81638bc0eceb3e345fa32dd643d2c3853d654');
INSERT INTO journal VALUES(56,1795779021705114,'委员',NULL,'command-line','session-sealed',1,NULL,'{"kind":"session","session":1,"act":"sealed","target":3,"ballot":1,"member":"委员","commitment":"5b857b0eb752a83fc9f7f2bf2012c6c5d5fc774148163dc07739253fdf446134"}','aa7b3257d8636595b9e0a8b2b0f81638bc0eceb3e345fa32dd643d2c3853d654','b29f043742ef0ea1acde4a3322a5ebef5ce6d1d2c4727293aaf5d4b6bfb1f035');
INSERT INTO journal VALUES(57,1795779021705837,'主任',NULL,'command-line','session-revealed',1,3,'{"kind":"session","session":1,"act":"revealed","target":3,"ballot":1,"ballots":[{"member":"委员","grade":"良","criteria":["良","良","良","良","良","良"],"opinion":"同意。","salt":"00000000000000000000000000000001"}],"quorum":{"entitled":1,"present":1,"needed":1}}','b29f043742ef0ea1acde4a3322a5ebef5ce6d1d2c4727293aaf5d4b6bfb1f035','5acd62658d373f40f4c27854c141893016894811e6b2b04e2adcef2232714a71');
INSERT INTO journal VALUES(58,1795779021706686,'主任',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"joint","grade":"良","criteria":[],"suggested":null,"verdict":"decide","opinion":"会审评定为良。","reason":""},"from":{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021698406},"to":{"state":"negotiating","stage":null,"round":2,"returns":0,"answered":2,"resume":null,"grade":"良","due":"2026-12-04","since":1795779021706686}}','5acd62658d373f40f4c27854c141893016894811e6b2b04e2adcef2232714a71','7bbbe3cb97a732786c44d3d589cf7c2bf8467d6f59077c5fd71116302949432a');
INSERT INTO journal VALUES(59,1795779021706686,'主任',NULL,'command-line','session-decided',1,NULL,'{"kind":"session","session":1,"act":"decided","target":3,"grade":"良","opinion":"会审评定为良。","due":null,"consent":false,"quorum":{"entitled":1,"present":1,"needed":1}}','7bbbe3cb97a732786c44d3d589cf7c2bf8467d6f59077c5fd71116302949432a','eb529f0696b73dedcba77db6b7c135d5a84721edd8e405c785b37a589a3419a0');
INSERT INTO journal VALUES(60,1795779021707867,'主任',NULL,'command-line','session-closed',1,NULL,'{"kind":"session","session":1,"act":"closed"}','eb529f0696b73dedcba77db6b7c135d5a84721edd8e405c785b37a589a3419a0','d1bfa02c5102d38611a15dd6624131c0cc6d19a74e758e216efaa38c476e23e8');
INSERT INTO journal VALUES(61,1795779021708448,'全权',NULL,'command-line','session-created',1,NULL,'{"kind":"session","session":2,"act":"created","name":"第二次会审","day":null,"quorum":[2,3],"minutes":30}','d1bfa02c5102d38611a15dd6624131c0cc6d19a74e758e216efaa38c476e23e8','f4c239a52d31b65162fb911e5c9b2a5665f2fa381e8fc478cc70e6d972e2af03');
INSERT INTO journal VALUES(62,1795779021709140,'全权',NULL,'command-line','finding-waived',1,3,'{"kind":"finding-waived","target":3,"check":"objective-uncovered","key":"cfe19aff989fa38e","reason":"已核对"}','f4c239a52d31b65162fb911e5c9b2a5665f2fa381e8fc478cc70e6d972e2af03','0b9ccfc941c55379e3710448a7ba1dc0631b19eec5804b6665dafddc73498883');
INSERT INTO journal VALUES(63,1795779021709848,'全权',NULL,'command-line','target-registered',1,4,'{"kind":"target-registered","target":4,"year":2021,"unit":1,"project":{"code":null,"name":"农村饮水安全"},"category":"特定目标类项目","procedure":"target-review","prior":[],"to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021709848}}','0b9ccfc941c55379e3710448a7ba1dc0631b19eec5804b6665dafddc73498883','8ac487a3ffed4d25058cdfa752f4eab6d6b0b2db13de195a75a761880dfd23c2');
INSERT INTO journal VALUES(64,1795779021709848,'全权',NULL,'command-line','submission-received',1,4,'{"kind":"submission-received","target":4,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":95,"by":"","grounds":[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]}],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021709848},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021709848}}','8ac487a3ffed4d25058cdfa752f4eab6d6b0b2db13de195a75a761880dfd23c2','1b6160ba9b7b62e25cc9a761e7e9ad7fb8ab3fe4a7e7e59bed4fac7e75594a90');
INSERT INTO journal VALUES(65,1795779021709848,'全权',NULL,'command-line','findings-recorded',1,4,'{"kind":"findings-recorded","target":4,"round":1,"rules":2,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}],"unchecked":[{"id":"below-prior","reason":"prior"},{"id":"far-above-prior","reason":"prior"},{"id":"unit-cost-jump","reason":"prior"},{"id":"unchanged-text","reason":"prior"}]}','1b6160ba9b7b62e25cc9a761e7e9ad7fb8ab3fe4a7e7e59bed4fac7e75594a90','671f0833747b6f61fca52af4fdb9a6834fb35a8a32ad9eec64991d90c7128ef3');
INSERT INTO journal VALUES(66,1795779021713412,'全权',NULL,'command-line','target-submitted',1,4,'{"kind":"target-submitted","target":4,"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021709848},"to":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021713412}}','671f0833747b6f61fca52af4fdb9a6834fb35a8a32ad9eec64991d90c7128ef3','d84937d1a1eac2073383920bcff5bddaa41a84f09c60ad312ff8698b76ae132d');
INSERT INTO journal VALUES(67,1795779021713412,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"department","grade":"优","criteria":["优","优","优","优","优","优"],"suggested":"优","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021713412},"to":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412}}','d84937d1a1eac2073383920bcff5bddaa41a84f09c60ad312ff8698b76ae132d','27e81f1ca8e5fd3c8a5286f145aab123358d913520823c09ffae9478a1cc6dc5');
INSERT INTO journal VALUES(68,1795779021713412,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"desk","grade":"优","criteria":["优","优","优","优","优","优"],"suggested":"优","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412},"to":{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412}}','27e81f1ca8e5fd3c8a5286f145aab123358d913520823c09ffae9478a1cc6dc5','e3863cf23c0d154a638e3f97a878de71eeabc217b26b7c62333b92a692ce04c0');
INSERT INTO journal VALUES(69,1795779021713412,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"performance","grade":"优","criteria":["优","优","优","优","优","优"],"suggested":"优","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412},"to":{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412}}','e3863cf23c0d154a638e3f97a878de71eeabc217b26b7c62333b92a692ce04c0','2f40cc0d6515a5d5e23dfbd6c04837db8393b68d49ab049454f43944a964b08e');
INSERT INTO journal VALUES(70,1795779021713412,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"budget","grade":"优","criteria":["优","优","优","优","优","优"],"suggested":"优","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412},"to":{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412}}','2f40cc0d6515a5d5e23dfbd6c04837db8393b68d49ab049454f43944a964b08e','b2085c13a398fdbde77ca08deef9bf16166d2b78f24df7f57bbfd34cfc9fc25d');
INSERT INTO journal VALUES(71,1795779021713412,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"joint","grade":"优","criteria":[],"suggested":null,"verdict":"decide","opinion":"同意。","reason":""},"from":{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412},"to":{"state":"budgeted","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412}}','b2085c13a398fdbde77ca08deef9bf16166d2b78f24df7f57bbfd34cfc9fc25d','358212778d01520b287ff2dfd8516a27d207ecbf36647cebd89324f5d2c6ba13');
INSERT INTO journal VALUES(72,1795779021715368,'全权',NULL,'command-line','evaluations-opened',1,NULL,'{"kind":"execution","act":"evaluations-opened","year":2021,"approved":"2022-08-19","due":"2022-09-19"}','358212778d01520b287ff2dfd8516a27d207ecbf36647cebd89324f5d2c6ba13','7435bf840d640bcc8e7924931627d886019410a146f70c38fa32ba258a489dcf');
INSERT INTO journal VALUES(73,1795779021716493,'全权',NULL,'command-line','monitoring-filled',1,4,'{"kind":"execution","act":"monitoring-filled","target":4,"monitoring":{"period":"jul","budget":1000000,"executed":600000,"indicators":[{"value":"3000","likelihood":"certain"},{"value":"","likelihood":"certain"}]},"light":"red","late":1932}','7435bf840d640bcc8e7924931627d886019410a146f70c38fa32ba258a489dcf','1fca672833a77728b7e672d9a7d4385643f1ac61a40f88230e8431eea1f9b9b9');
INSERT INTO journal VALUES(74,1795779021716493,'全权',NULL,'command-line','warning-raised',1,4,'{"kind":"execution","act":"warning-raised","target":4,"period":"jul","warning":"late"}','1fca672833a77728b7e672d9a7d4385643f1ac61a40f88230e8431eea1f9b9b9','00b5d945efd043deda6df0b4e6fad93c1aebdefd4f72ef1d916fdab640c5e4dd');
INSERT INTO journal VALUES(75,1795779021716493,'全权',NULL,'command-line','warning-corrected',1,4,'{"kind":"execution","act":"warning-corrected","target":4,"period":"jul","warning":"late"}','00b5d945efd043deda6df0b4e6fad93c1aebdefd4f72ef1d916fdab640c5e4dd','6ce88238e10ce89a136a940b81d84fcd214fee34df100987f3272508c59430a5');
INSERT INTO journal VALUES(76,1795779021716493,'全权',NULL,'command-line','warning-raised',1,4,'{"kind":"execution","act":"warning-raised","target":4,"period":"jul","warning":"blank","places":[1]}','6ce88238e10ce89a136a940b81d84fcd214fee34df100987f3272508c59430a5','9307144306eedb45f2dffde5bca3b87b8f1930234c4808ab157a15635a19afa5');
INSERT INTO journal VALUES(77,1795779021716493,'全权',NULL,'command-line','warning-raised',1,4,'{"kind":"execution","act":"warning-raised","target":4,"period":"jul","warning":"reason","places":[0]}','9307144306eedb45f2dffde5bca3b87b8f1930234c4808ab157a15635a19afa5','e93f6e3d2f272a5d1e154b6b403e8715bdba81f736630f53cfa20ab5a3a09a8f');
INSERT INTO journal VALUES(78,1795779021717859,'全权',NULL,'command-line','monitoring-disposed',1,4,'{"kind":"execution","act":"monitoring-disposed","target":4,"period":"jul","disposal":"adjust","opinion":"请调整","due":null}','e93f6e3d2f272a5d1e154b6b403e8715bdba81f736630f53cfa20ab5a3a09a8f','57f1f47210a0a577b30bf7d7b011b7ba578604ac9fda7f0344a3ac5be8754e83');
INSERT INTO journal VALUES(79,1795779021718513,'全权',NULL,'command-line','monitoring-rectified',1,4,'{"kind":"execution","act":"monitoring-rectified","target":4,"period":"jul","text":"已补发"}','57f1f47210a0a577b30bf7d7b011b7ba578604ac9fda7f0344a3ac5be8754e83','eaddb034f72468c1bdbf7d57ca662d6ac95e5d09bed691aa4e69001d69eb4c17');
INSERT INTO journal VALUES(80,1795779021719172,'全权',NULL,'command-line','evaluation-recorded',1,NULL,'{"kind":"evaluation-recorded","id":3,"unit":1,"evaluation":{"unit":{"code":"101001","name":"县教育体育局"},"project":{"code":null,"name":"农村饮水安全"},"year":2021,"kind":"self","budget":1000000,"executed":950000,"score":"99.5","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","target":"12000","unit":"人","actual":"12000","weight":"45","score":"45","reason":null},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","target":"201","unit":"人","actual":"201","weight":"45","score":"45","reason":null}]},"replaces":null,"of":[],"details":{"outcome":"全部完成。"}}','eaddb034f72468c1bdbf7d57ca662d6ac95e5d09bed691aa4e69001d69eb4c17','9f012b19b80b25ced90f145eb19835d8a31867bc202d1254d6bdc22033a44afd');
INSERT INTO journal VALUES(81,1795779021722263,'全权',NULL,'command-line','evaluation-judged',1,4,'{"kind":"execution","act":"evaluation-judged","evaluation":3,"target":4,"accepted":true,"opinion":"同意"}','9f012b19b80b25ced90f145eb19835d8a31867bc202d1254d6bdc22033a44afd','7dc886a196b8498a237f7d8c8fc67c7a3b418f9175d7a067f678f39693de6a6b');
INSERT INTO journal VALUES(82,1795779021724677,'全权',NULL,'command-line','user-key-set',1,NULL,'{"kind":"user-key-set","user":"教科文股经办","key":{"algorithm":"ssh-ed25519","blob":"AAAAC3NzaC1lZDI1NTE5AAAAILNDQcfj2TGKOIT9MsfPyCcoCRhCF6QADPb5NKpKxHhX","comment":"经办"}}','7dc886a196b8498a237f7d8c8fc67c7a3b418f9175d7a067f678f39693de6a6b','37519dbc7f6bb24ea5599d2ca113512aae1cce4a0cee622dda1017429de6d197');
INSERT INTO journal VALUES(83,1795779021725426,'全权',NULL,'command-line','user-disabled',1,NULL,'{"kind":"user-disabled","user":"教科文股经办","reason":"调离"}','37519dbc7f6bb24ea5599d2ca113512aae1cce4a0cee622dda1017429de6d197','7e527be78244d01e3bc6f9d1e635584ded70fd8d9c4d926e61a38c4310051e5d');
INSERT INTO journal VALUES(84,1795779021725974,'全权',NULL,'command-line','user-enabled',1,NULL,'{"kind":"user-enabled","user":"教科文股经办"}','7e527be78244d01e3bc6f9d1e635584ded70fd8d9c4d926e61a38c4310051e5d','60c74d6c37b38f541e62289944a589fe3f476f23b53a57dd8a0a58d8a83ddac0');
INSERT INTO journal VALUES(85,1795779021726445,'全权',NULL,'command-line','library-set',1,NULL,'{"kind":"library-set","standards":[{"field":"教育","l1":"产出指标","l2":"数量指标","name":"受益学生人数","sign":"≥","unit":"人","aliases":["资助学生人数"]}]}','60c74d6c37b38f541e62289944a589fe3f476f23b53a57dd8a0a58d8a83ddac0','fcbceae557c1c3f4b69f9cb7276c5096d4c9495cbbda5800dc6a4e452b1a9fae');
INSERT INTO journal VALUES(86,1795779021727515,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":1,"contents":{"register":"document","number":"师财绩〔2020〕2号","title":"第1件","issuers":["县财政局","县审计局"],"issued":"2020-03-02","kind":"measures","level":"county","scope":"范围0","address":"http://www.example.gov.cn/0"}}','fcbceae557c1c3f4b69f9cb7276c5096d4c9495cbbda5800dc6a4e452b1a9fae','b5fcde52b510af69194066ecd20b6c077bd0dd30678c21aea2c8a30aee13a3de');
INSERT INTO journal VALUES(87,1795779021728388,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":1,"contents":{"register":"document","number":"师财绩〔2020〕2号","title":"第1件","issuers":["县财政局","县审计局"],"issued":"2020-03-02","kind":"measures","level":"county","scope":"范围1","address":"http://www.example.gov.cn/1"},"reason":"核对后更正"}','b5fcde52b510af69194066ecd20b6c077bd0dd30678c21aea2c8a30aee13a3de','476ac53639fd2e27313bf185e8ee72b8191482dace72eba9411911d9a897adfe');
INSERT INTO journal VALUES(88,1795779021729247,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":2,"contents":{"register":"group","post":"岗位1","duty":"member","organisation":"","work":"职责0"}}','476ac53639fd2e27313bf185e8ee72b8191482dace72eba9411911d9a897adfe','e5b6440c3abf574600a6f99ba8d08030b17db06b274acd3338394280da37b1f8');
INSERT INTO journal VALUES(89,1795779021729844,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":2,"contents":{"register":"group","post":"岗位1","duty":"member","organisation":"","work":"职责1"},"reason":"核对后更正"}','e5b6440c3abf574600a6f99ba8d08030b17db06b274acd3338394280da37b1f8','7cec7bbdf9d92bcd6fb6364151850e2409de5cf6a398773dda6fc3c14fe394bd');
INSERT INTO journal VALUES(90,1795779021730533,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":3,"contents":{"register":"window","year":2020,"content":"self-evaluations","from":"2020-02-11","to":"2020-02-20","address":"http://www.example.gov.cn/0"}}','7cec7bbdf9d92bcd6fb6364151850e2409de5cf6a398773dda6fc3c14fe394bd','69eb1acf16f3ea25c30c61ab9333f1e907b879a6858775cf989799196f62b83e');
INSERT INTO journal VALUES(91,1795779021731205,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":3,"contents":{"register":"window","year":2020,"content":"self-evaluations","from":"2020-02-11","to":"2020-02-21","address":"http://www.example.gov.cn/1"},"reason":"核对后更正"}','69eb1acf16f3ea25c30c61ab9333f1e907b879a6858775cf989799196f62b83e','978b72ef3eb1825b304ebf1272d506e9455fc061721c78ef4b29592839624a45');
INSERT INTO journal VALUES(92,1795779021731869,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":4,"unit":2,"contents":{"register":"disclosure","year":2020,"content":"self-evaluations","unit":{"code":"401001","name":"县水务局"},"published":"2020-02-20","address":"http://www.example.gov.cn/0"}}','978b72ef3eb1825b304ebf1272d506e9455fc061721c78ef4b29592839624a45','0210634213b1f936591fb40c7b8d3fa6458e754969bd9c34b3e6a293d10e4110');
INSERT INTO journal VALUES(93,1795779021732523,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":4,"unit":2,"contents":{"register":"disclosure","year":2020,"content":"self-evaluations","unit":{"code":"401001","name":"县水务局"},"published":"2020-02-21","address":"http://www.example.gov.cn/1"},"reason":"核对后更正"}','0210634213b1f936591fb40c7b8d3fa6458e754969bd9c34b3e6a293d10e4110','f888eb14dd181c16bbed7544c376e50d2ceaecf22894412ce78ed58f9eec53a9');
INSERT INTO journal VALUES(94,1795779021733196,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":5,"contents":{"register":"allocation","year":2020,"kind":"poverty","number":"师财农〔2020〕1号","title":"第1件","issued":"2020-03-02","amount":1500000}}','f888eb14dd181c16bbed7544c376e50d2ceaecf22894412ce78ed58f9eec53a9','e9493287d53f84ae8a3b951dcf961eed485b3ff31a58e4573abbd723f385ffcc');
INSERT INTO journal VALUES(95,1795779021733781,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":5,"contents":{"register":"allocation","year":2020,"kind":"poverty","number":"师财农〔2020〕1号","title":"第1件","issued":"2020-03-02","amount":2500000},"reason":"核对后更正"}','e9493287d53f84ae8a3b951dcf961eed485b3ff31a58e4573abbd723f385ffcc','97da324f71744a1fe5323f98779665f7d3593d47e2a79cd549907cd44d1ac28b');
INSERT INTO journal VALUES(96,1795779021734464,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":6,"unit":2,"contents":{"register":"poverty","year":2020,"unit":{"code":"401001","name":"县水务局"},"project":"项目1","amount":1500000,"number":"师财农〔2020〕1号","filled":"2020-03-05"}}','97da324f71744a1fe5323f98779665f7d3593d47e2a79cd549907cd44d1ac28b','0d29f17867c2fe161e15eecfb97e0e7cfb55f14514a3fcc144ed15f04cbc50bb');
INSERT INTO journal VALUES(97,1795779021735137,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":6,"unit":2,"contents":{"register":"poverty","year":2020,"unit":{"code":"401001","name":"县水务局"},"project":"项目1","amount":2500000,"number":"师财农〔2020〕1号","filled":"2020-03-05"},"reason":"核对后更正"}','0d29f17867c2fe161e15eecfb97e0e7cfb55f14514a3fcc144ed15f04cbc50bb','457841fc489423b5369ade014537ba29f1b8670c659ec083f871df3f78aea9d8');
INSERT INTO journal VALUES(98,1795779021735943,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":7,"contents":{"register":"inspection","year":2020,"title":"第1件","from":"2020-02-11","to":"2020-02-20","scope":"范围0"}}','457841fc489423b5369ade014537ba29f1b8670c659ec083f871df3f78aea9d8','42accedd588f6b92de41aba5d0a7d2745bbb3b953a4775df65a3310867abf5ac');
INSERT INTO journal VALUES(99,1795779021736532,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":7,"contents":{"register":"inspection","year":2020,"title":"第1件","from":"2020-02-11","to":"2020-02-21","scope":"范围1"},"reason":"核对后更正"}','42accedd588f6b92de41aba5d0a7d2745bbb3b953a4775df65a3310867abf5ac','3ceea066a3b045ca309f5a3e59b867512183f49b1ce1d3fbc9ab222241449322');
INSERT INTO journal VALUES(100,1795779021737206,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":8,"contents":{"register":"training","held":"2020-06-11","subject":"主题1","people":0}}','3ceea066a3b045ca309f5a3e59b867512183f49b1ce1d3fbc9ab222241449322','4722267448e63d6892befd88eff9d859b534bc936a1997bf12194898e4c864f8');
INSERT INTO journal VALUES(101,1795779021737803,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":8,"contents":{"register":"training","held":"2020-06-11","subject":"主题1","people":1},"reason":"核对后更正"}','4722267448e63d6892befd88eff9d859b534bc936a1997bf12194898e4c864f8','5b8c4063a12d5cf5682e91728cc6d1c5de410ed7fb58e97580fa064398622504');
INSERT INTO journal VALUES(102,1795779021738472,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":9,"contents":{"register":"publicity","sent":"2020-06-12","title":"第1件","outlet":"信息中心0","address":"http://www.example.gov.cn/0"}}','5b8c4063a12d5cf5682e91728cc6d1c5de410ed7fb58e97580fa064398622504','8a36af229801f4e0308f653456e5b18cc5b3a4a82a497979548196fd6eac83df');
INSERT INTO journal VALUES(103,1795779021739101,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":9,"contents":{"register":"publicity","sent":"2020-06-12","title":"第1件","outlet":"信息中心1","address":"http://www.example.gov.cn/1"},"reason":"核对后更正"}','8a36af229801f4e0308f653456e5b18cc5b3a4a82a497979548196fd6eac83df','fbb7cc358c7f373f5773c9410a80ba6f919f00f3be6075849a451d9f0649310a');
INSERT INTO journal VALUES(104,1795779021739725,'全权',NULL,'command-line','register-removed',1,NULL,'{"kind":"register-removed","record":1,"register":"document","reason":"重复"}','fbb7cc358c7f373f5773c9410a80ba6f919f00f3be6075849a451d9f0649310a','c26d2cffae5384b2a6dbd7f68e1f5f4b8b8ea1401d53140cd0ef9bff880a755f');
CREATE TABLE county (
    id integer primary key check (id = 1),
    name text not null,
    year integer not null,
    sample integer not null
) strict;
INSERT INTO county VALUES(1,'云岭县',2021,1);
CREATE TABLE unit (
    id integer primary key,
    code text,
    name text not null,
    name_key text not null,
    level text not null,
    desk text not null
) strict;
INSERT INTO unit VALUES(1,'101001','县教育体育局','县教育体育局','first','教科文股');
INSERT INTO unit VALUES(2,'401001','县水务局','县水务局','first','农业农村股');
CREATE TABLE IF NOT EXISTS "user" (
    name text not null primary key,
    login text,
    disabled text
) strict;
INSERT INTO user VALUES('教科文股经办','jkw',NULL);
INSERT INTO user VALUES('主任',NULL,NULL);
INSERT INTO user VALUES('记录',NULL,NULL);
INSERT INTO user VALUES('委员',NULL,NULL);
CREATE TABLE user_key (
    fingerprint text not null primary key,
    user_name text not null references "user" (name),
    algorithm text not null,
    blob text not null,
    comment text not null
) strict;
INSERT INTO user_key VALUES('SHA256:EyzqP4HTojtJYKMnySdlhHRcywTFKvc2z6gxmEU45Pc','教科文股经办','ssh-ed25519','AAAAC3NzaC1lZDI1NTE5AAAAILNDQcfj2TGKOIT9MsfPyCcoCRhCF6QADPb5NKpKxHhX','经办');
CREATE TABLE role (
    user_name text not null references "user" (name),
    place integer not null,
    role text not null,
    scope text not null,
    bound text,
    primary key (user_name, place)
) strict, without rowid;
INSERT INTO role VALUES('主任',0,'chair','county',NULL);
INSERT INTO role VALUES('委员',0,'panel','county',NULL);
INSERT INTO role VALUES('教科文股经办',0,'desk','desk','教科文股');
INSERT INTO role VALUES('教科文股经办',1,'department','unit','1');
INSERT INTO role VALUES('记录',0,'recorder','county',NULL);
CREATE TABLE standard (
    place integer primary key,
    field text not null,
    l1 text not null,
    l2 text not null,
    name text not null,
    sign text,
    unit text not null,
    usual text not null,
    aliases text not null
) strict;
INSERT INTO standard VALUES(0,'教育','产出指标','数量指标','受益学生人数','≥','人','','["资助学生人数"]');
CREATE TABLE standard_name (
    key text not null,
    place integer not null references standard (place),
    primary key (key, place)
) strict, without rowid;
INSERT INTO standard_name VALUES('受益学生人数',0);
INSERT INTO standard_name VALUES('资助学生人数',0);
CREATE TABLE target (
    id integer primary key,
    year integer not null,
    unit_id integer not null references unit (id),
    desk text not null,
    code text,
    project text not null,
    project_key text not null,
    category text,
    procedure text not null,
    version integer not null,
    state text not null,
    stage text not null,
    round integer not null,
    returns integer not null,
    answered integer,
    resume text,
    grade text,
    due text,
    since integer not null,
    key_project integer not null,
    amount integer,
    uncovered integer not null,
    orphans integer not null,
    findings integer not null,
    alarms integer not null,
    block text,
    prior_score integer,
    prior_text text
) strict;
INSERT INTO target VALUES(1,2021,1,'教科文股','53039921T000000101000','营养改善计划','营养改善计划','特定目标类项目','target-review',9,'pending','desk',2,1,1,NULL,'中',NULL,1795510800000000,0,2000037,1,0,3,4,NULL,9200,'92');
INSERT INTO target VALUES(2,2021,2,'农业农村股',NULL,'农村饮水安全','农村饮水安全','特定目标类项目','target-review',5,'withdrawn','',2,0,NULL,NULL,NULL,NULL,1795779021688284,0,3000037,1,0,4,4,NULL,8700,'87');
INSERT INTO target VALUES(3,2021,2,'农业农村股','53039921T000000101002','校舍维修改造','校舍维修改造','特定目标类项目','target-review',9,'negotiating','',2,0,2,NULL,'良','2026-12-04',1795779021706686,0,1000037,1,0,3,4,NULL,NULL,NULL);
INSERT INTO target VALUES(4,2021,1,'教科文股',NULL,'农村饮水安全','农村饮水安全','特定目标类项目','target-review',8,'budgeted','',1,0,NULL,NULL,'优',NULL,1795779021713412,0,1000037,1,0,4,4,NULL,NULL,NULL);
CREATE TABLE tally (
    year integer not null,
    unit_id integer not null,
    state text not null,
    stage text not null,
    count integer not null,
    amount integer not null,
    primary key (year, state, stage, unit_id)
) strict, without rowid;
INSERT INTO tally VALUES(2021,1,'budgeted','',1,1000037);
INSERT INTO tally VALUES(2021,2,'negotiating','',1,1000037);
INSERT INTO tally VALUES(2021,1,'pending','desk',1,2000037);
INSERT INTO tally VALUES(2021,2,'withdrawn','',1,3000037);
CREATE TABLE submission (
    target_id integer not null references target (id),
    round integer not null,
    amount integer,
    objective text not null,
    source text not null,
    hash text not null,
    received integer not null,
    primary key (target_id, round)
) strict;
INSERT INTO submission VALUES(1,1,1000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第1版.xlsx','e9003e9a4d73351287f75117cacf8052dcd9a5612ad6bc943bdacb6d06055268',1795510800000000);
INSERT INTO submission VALUES(2,1,1000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第1版.xlsx','e9003e9a4d73351287f75117cacf8052dcd9a5612ad6bc943bdacb6d06055268',1795510800000000);
INSERT INTO submission VALUES(1,2,2000037,'目标1：受益12000人；目标2：培训不少于200人；目标3：建设3处','第2版.xlsx','03ff6025347072c7356c626418233cd6413b34bd18668b7152c58f66f0a51556',1795510800000000);
INSERT INTO submission VALUES(3,1,1000037,'','第1版.xlsx','d9117168c6d69b035d79e47420d8b3ca3de2f8f3a9793630cd1b925a54acccd6',1795510800000000);
INSERT INTO submission VALUES(2,2,3000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第3版.xlsx','a71e1dd18ca95ec49c5764cd40b5e139865c73a06fe5ac0626c0917e26ab20cc',1795779021689099);
INSERT INTO submission VALUES(3,2,1000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第1版.xlsx','e9003e9a4d73351287f75117cacf8052dcd9a5612ad6bc943bdacb6d06055268',1795779021692553);
INSERT INTO submission VALUES(4,1,1000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第1版.xlsx','e9003e9a4d73351287f75117cacf8052dcd9a5612ad6bc943bdacb6d06055268',1795779021709848);
CREATE TABLE objective_item (
    target_id integer not null,
    round integer not null,
    place integer not null,
    text text not null,
    primary key (target_id, round, place),
    foreign key (target_id, round) references submission (target_id, round)
) strict, without rowid;
INSERT INTO objective_item VALUES(1,1,0,'受益12000人');
INSERT INTO objective_item VALUES(1,1,1,'培训不少于201人');
INSERT INTO objective_item VALUES(1,1,2,'建设3处');
INSERT INTO objective_item VALUES(1,2,0,'受益12000人');
INSERT INTO objective_item VALUES(1,2,1,'培训不少于200人');
INSERT INTO objective_item VALUES(1,2,2,'建设3处');
INSERT INTO objective_item VALUES(2,1,0,'受益12000人');
INSERT INTO objective_item VALUES(2,1,1,'培训不少于201人');
INSERT INTO objective_item VALUES(2,1,2,'建设3处');
INSERT INTO objective_item VALUES(2,2,0,'受益12000人');
INSERT INTO objective_item VALUES(2,2,1,'培训不少于201人');
INSERT INTO objective_item VALUES(2,2,2,'建设3处');
INSERT INTO objective_item VALUES(3,2,0,'受益12000人');
INSERT INTO objective_item VALUES(3,2,1,'培训不少于201人');
INSERT INTO objective_item VALUES(3,2,2,'建设3处');
INSERT INTO objective_item VALUES(4,1,0,'受益12000人');
INSERT INTO objective_item VALUES(4,1,1,'培训不少于201人');
INSERT INTO objective_item VALUES(4,1,2,'建设3处');
CREATE TABLE indicator (
    target_id integer not null,
    round integer not null,
    place integer not null,
    l1 text,
    l2 text,
    l3 text,
    sign text,
    value text,
    unit text,
    weight text,
    raw text not null,
    primary key (target_id, round, place),
    foreign key (target_id, round) references submission (target_id, round)
) strict, without rowid;
INSERT INTO indicator VALUES(1,1,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(1,1,1,'产出指标','数量指标','培训人数','≥','201','人','15','≥201人');
INSERT INTO indicator VALUES(1,2,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(1,2,1,'产出指标','数量指标','培训人数','≥','202','人','15','≥202人');
INSERT INTO indicator VALUES(2,1,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(2,1,1,'产出指标','数量指标','培训人数','≥','201','人','15','≥201人');
INSERT INTO indicator VALUES(2,2,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(2,2,1,'产出指标','数量指标','培训人数','≥','203','人','15','≥203人');
INSERT INTO indicator VALUES(3,1,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(3,1,1,'产出指标','数量指标','培训人数','≥','201','人','15','≥201人');
INSERT INTO indicator VALUES(3,2,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(3,2,1,'产出指标','数量指标','培训人数','≥','201','人','15','≥201人');
INSERT INTO indicator VALUES(4,1,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(4,1,1,'产出指标','数量指标','培训人数','≥','201','人','15','≥201人');
CREATE TABLE link (
    target_id integer not null,
    round integer not null,
    objective integer not null,
    indicator integer not null,
    origin text not null,
    confidence integer not null,
    made_by text not null,
    grounds text not null,
    primary key (target_id, round, objective, indicator),
    foreign key (target_id, round) references submission (target_id, round)
) strict, without rowid;
INSERT INTO link VALUES(1,1,0,0,'confirmed',100,'全权','');
INSERT INTO link VALUES(1,1,1,1,'rejected',100,'全权','');
INSERT INTO link VALUES(1,2,0,0,'confirmed',100,'全权','');
INSERT INTO link VALUES(1,2,1,1,'suggested',77,'','[{"words":["培训"]},{"work":"train"}]');
INSERT INTO link VALUES(2,1,0,0,'suggested',80,'','[{"amount":["12000人","≥12000 人"]}]');
INSERT INTO link VALUES(2,1,1,1,'suggested',95,'','[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]');
INSERT INTO link VALUES(2,2,0,0,'suggested',80,'','[{"amount":["12000人","≥12000 人"]}]');
INSERT INTO link VALUES(2,2,1,1,'suggested',77,'','[{"words":["培训"]},{"work":"train"}]');
INSERT INTO link VALUES(3,2,0,0,'suggested',80,'','[{"amount":["12000人","≥12000 人"]}]');
INSERT INTO link VALUES(3,2,1,1,'suggested',95,'','[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]');
INSERT INTO link VALUES(4,1,0,0,'suggested',80,'','[{"amount":["12000人","≥12000 人"]}]');
INSERT INTO link VALUES(4,1,1,1,'suggested',95,'','[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]');
CREATE TABLE review (
    seq integer primary key references journal (seq),
    target_id integer not null references target (id),
    round integer not null,
    stage text not null,
    reviewer text not null,
    on_behalf text,
    at integer not null,
    grade text,
    criteria text not null,
    points text not null,
    suggested text,
    verdict text not null,
    opinion text not null,
    reason text not null,
    undone integer not null
) strict;
INSERT INTO review VALUES(19,1,1,'department','全权',NULL,1795510800000000,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(20,1,1,'desk','全权',NULL,1795510800000000,'中','中中中中中中','','中','return','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(29,1,2,'desk','全权',NULL,1795779021682840,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',1);
INSERT INTO review VALUES(42,3,2,'department','全权',NULL,1795779021695995,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(43,3,2,'desk','全权',NULL,1795779021696825,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(44,3,2,'performance','全权',NULL,1795779021697612,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(45,3,2,'budget','全权',NULL,1795779021698406,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(58,3,2,'joint','主任',NULL,1795779021706686,'良','','',NULL,'decide','会审评定为良。','',0);
INSERT INTO review VALUES(67,4,1,'department','全权',NULL,1795779021713412,'优','优优优优优优','','优','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(68,4,1,'desk','全权',NULL,1795779021713412,'优','优优优优优优','','优','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(69,4,1,'performance','全权',NULL,1795779021713412,'优','优优优优优优','','优','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(70,4,1,'budget','全权',NULL,1795779021713412,'优','优优优优优优','','优','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(71,4,1,'joint','全权',NULL,1795779021713412,'优','','',NULL,'decide','同意。','',0);
CREATE TABLE step (
    seq integer primary key references journal (seq),
    target_id integer not null references target (id),
    at integer not null,
    actor text not null,
    kind text not null,
    from_standing text,
    to_standing text not null,
    undone integer not null
) strict;
INSERT INTO step VALUES(7,1,1795510800000000,'全权','target-registered',NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(8,1,1795510800000000,'全权','submission-received','{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(10,2,1795510800000000,'全权','target-registered',NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(11,2,1795510800000000,'全权','submission-received','{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(17,1,1795510800000000,'全权','target-submitted','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(18,2,1795510800000000,'全权','target-submitted','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(19,1,1795510800000000,'全权','review-given','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(20,1,1795510800000000,'全权','review-given','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000}','{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}',0);
INSERT INTO step VALUES(21,1,1795510800000000,'全权','submission-received','{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}','{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}',0);
INSERT INTO step VALUES(23,1,1795510800000000,'全权','target-submitted','{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}','{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(25,3,1795510800000000,'全权','target-registered',NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(26,3,1795510800000000,'全权','submission-received','{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(29,1,1795779021682840,'全权','review-given','{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}','{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795779021682840}',1);
INSERT INTO step VALUES(30,1,1795779021684613,'全权','act-undone','{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795779021682840}','{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(35,2,1795779021688284,'全权','target-withdrawn','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021688284}',0);
INSERT INTO step VALUES(36,2,1795779021689099,'全权','submission-received','{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021688284}','{"state":"withdrawn","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021688284}',0);
INSERT INTO step VALUES(39,3,1795779021692553,'全权','submission-received','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(41,3,1795779021694925,'全权','target-submitted','{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021694925}',0);
INSERT INTO step VALUES(42,3,1795779021695995,'全权','review-given','{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021694925}','{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021695995}',0);
INSERT INTO step VALUES(43,3,1795779021696825,'全权','review-given','{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021695995}','{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021696825}',0);
INSERT INTO step VALUES(44,3,1795779021697612,'全权','review-given','{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021696825}','{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021697612}',0);
INSERT INTO step VALUES(45,3,1795779021698406,'全权','review-given','{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021697612}','{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021698406}',0);
INSERT INTO step VALUES(58,3,1795779021706686,'主任','review-given','{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795779021698406}','{"state":"negotiating","stage":null,"round":2,"returns":0,"answered":2,"resume":null,"grade":"良","due":"2026-12-04","since":1795779021706686}',0);
INSERT INTO step VALUES(63,4,1795779021709848,'全权','target-registered',NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021709848}',0);
INSERT INTO step VALUES(64,4,1795779021709848,'全权','submission-received','{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021709848}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021709848}',0);
INSERT INTO step VALUES(66,4,1795779021713412,'全权','target-submitted','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021709848}','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021713412}',0);
INSERT INTO step VALUES(67,4,1795779021713412,'全权','review-given','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795779021713412}','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412}',0);
INSERT INTO step VALUES(68,4,1795779021713412,'全权','review-given','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412}','{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412}',0);
INSERT INTO step VALUES(69,4,1795779021713412,'全权','review-given','{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412}','{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412}',0);
INSERT INTO step VALUES(70,4,1795779021713412,'全权','review-given','{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412}','{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412}',0);
INSERT INTO step VALUES(71,4,1795779021713412,'全权','review-given','{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412}','{"state":"budgeted","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795779021713412}',0);
CREATE TABLE evaluation (
    id integer primary key,
    unit_id integer not null references unit (id),
    unit_code text,
    unit_name text not null,
    code text,
    project text not null,
    project_key text not null,
    year integer not null,
    kind text not null,
    budget integer,
    executed integer,
    score text,
    replaced integer not null,
    details text not null,
    recorded_by text not null,
    recorded_at integer not null,
    judged text,
    judgement text,
    judged_by text,
    judged_at integer
) strict;
INSERT INTO evaluation VALUES(1,1,'101001','县教育体育局','53039921T000000101000','营养改善计划','营养改善计划',2020,'self',5000000,4000000,'92',0,'','全权',1795510800000000,NULL,NULL,NULL,NULL);
INSERT INTO evaluation VALUES(2,2,'401001','县水务局',NULL,'农村饮水安全','农村饮水安全',2019,'fiscal',5000000,4000000,'87',0,'','全权',1795510800000000,NULL,NULL,NULL,NULL);
INSERT INTO evaluation VALUES(3,1,'101001','县教育体育局',NULL,'农村饮水安全','农村饮水安全',2021,'self',1000000,950000,'99.5',0,'{"outcome":"全部完成。"}','全权',1795779021719172,'accepted','同意','全权',1795779021722263);
CREATE TABLE evaluation_indicator (
    evaluation_id integer not null references evaluation (id),
    place integer not null,
    l1 text,
    l2 text,
    l3 text,
    sign text,
    target text,
    unit text,
    actual text,
    weight text,
    score text,
    reason text,
    primary key (evaluation_id, place)
) strict, without rowid;
INSERT INTO evaluation_indicator VALUES(1,0,NULL,NULL,'受益人数','≥','11000','人','10000','90','82','停课一个月');
INSERT INTO evaluation_indicator VALUES(2,0,NULL,NULL,'受益人数','≥','11000','人','10000','90','77','停课一个月');
INSERT INTO evaluation_indicator VALUES(3,0,'产出指标','数量指标','受益人数','≥','12000','人','12000','45','45',NULL);
INSERT INTO evaluation_indicator VALUES(3,1,'产出指标','数量指标','培训人数','≥','201','人','201','45','45',NULL);
CREATE TABLE prior (
    target_id integer not null references target (id),
    evaluation_id integer not null references evaluation (id),
    reason text not null,
    likeness integer,
    primary key (target_id, evaluation_id)
) strict, without rowid;
INSERT INTO prior VALUES(1,1,'code',NULL);
INSERT INTO prior VALUES(2,2,'name',NULL);
CREATE TABLE session (
    id integer primary key,
    name text not null,
    day text,
    quorum_part integer not null,
    quorum_whole integer not null,
    minutes integer,
    state text not null,
    current integer,
    opened integer,
    closed integer
) strict;
INSERT INTO session VALUES(1,'第一次会审',NULL,2,3,30,'closed',NULL,1795779021704401,1795779021707867);
INSERT INTO session VALUES(2,'第二次会审',NULL,2,3,30,'preparing',NULL,NULL,NULL);
CREATE TABLE session_member (
    session_id integer not null references session (id),
    place integer not null,
    user_name text not null,
    seat text not null,
    present integer not null,
    primary key (session_id, place)
) strict, without rowid;
INSERT INTO session_member VALUES(1,0,'主任','chair',1);
INSERT INTO session_member VALUES(1,1,'记录','recorder',0);
INSERT INTO session_member VALUES(1,2,'委员','panel',1);
CREATE TABLE agenda_item (
    session_id integer not null references session (id),
    place integer not null,
    target_id integer not null references target (id),
    state text not null,
    consent integer not null,
    ballot integer not null,
    called integer,
    spent integer not null,
    decided integer,
    reason text not null,
    primary key (session_id, place)
) strict, without rowid;
INSERT INTO agenda_item VALUES(1,0,3,'decided',0,1,NULL,3466,59,'');
CREATE TABLE recusal (
    session_id integer not null references session (id),
    place integer not null,
    user_name text not null,
    target_id integer not null,
    reason text not null,
    derived integer not null,
    primary key (session_id, place)
) strict, without rowid;
CREATE TABLE session_note (
    session_id integer not null references session (id),
    about text not null,
    text text not null,
    primary key (session_id, about)
) strict, without rowid;
CREATE TABLE seal (
    session_id integer not null references session (id),
    target_id integer not null,
    ballot integer not null,
    member text not null,
    commitment text not null,
    at integer not null,
    primary key (session_id, target_id, ballot, member)
) strict, without rowid;
INSERT INTO seal VALUES(1,3,1,'委员','5b857b0eb752a83fc9f7f2bf2012c6c5d5fc774148163dc07739253fdf446134',1795779021705114);
CREATE TABLE ballot (
    session_id integer not null references session (id),
    target_id integer not null,
    ballot integer not null,
    place integer not null,
    member text not null,
    entered_by text,
    grade text not null,
    criteria text not null,
    points text not null default '',
    opinion text not null,
    salt text not null,
    primary key (session_id, target_id, ballot, place)
) strict, without rowid;
INSERT INTO ballot VALUES(1,3,1,0,'委员',NULL,'良','良良良良良良','','同意。','00000000000000000000000000000001');
CREATE TABLE decision (
    seq integer primary key references journal (seq),
    session_id integer not null references session (id),
    target_id integer not null references target (id),
    grade text not null,
    opinion text not null,
    due text,
    consent integer not null,
    at integer not null,
    entitled integer not null,
    present integer not null,
    needed integer not null,
    undone integer not null
) strict;
INSERT INTO decision VALUES(59,1,3,'良','会审评定为良。',NULL,0,1795779021706686,1,1,1,0);
CREATE TABLE dissent (
    seq integer primary key references journal (seq),
    session_id integer not null references session (id),
    target_id integer not null references target (id),
    member text not null,
    reason text not null,
    at integer not null
) strict;
CREATE TABLE prior_match (
    target_id integer not null,
    round integer not null,
    indicator integer not null,
    evaluation_id integer not null references evaluation (id),
    earlier integer,
    made_by text not null,
    primary key (target_id, round, indicator, evaluation_id),
    foreign key (target_id, round) references submission (target_id, round)
) strict, without rowid;
INSERT INTO prior_match VALUES(2,1,0,2,0,'全权');
INSERT INTO prior_match VALUES(2,2,0,2,0,'全权');
CREATE TABLE checked (
    target_id integer primary key references target (id),
    round integer not null,
    rules integer not null
) strict;
INSERT INTO checked VALUES(1,2,2);
INSERT INTO checked VALUES(2,2,2);
INSERT INTO checked VALUES(3,2,2);
INSERT INTO checked VALUES(4,1,2);
CREATE TABLE finding (
    target_id integer not null references target (id),
    place integer not null,
    check_id text not null,
    severity text not null,
    at text not null,
    number integer,
    others text not null,
    "trigger" text not null,
    slots text not null,
    key text not null,
    waived integer not null,
    primary key (target_id, place)
) strict, without rowid;
INSERT INTO finding VALUES(1,0,'objective-uncovered','error','item',2,'[]','建设3处','{"name":"建设3处"}','cfe19aff989fa38e',1);
INSERT INTO finding VALUES(1,1,'weight-sum','error','form',NULL,'[]','30','{}','1f6a0602945a8941',0);
INSERT INTO finding VALUES(1,2,'no-benefit','warning','form',NULL,'[]','','{}','629c560315a7c837',0);
INSERT INTO finding VALUES(1,3,'no-satisfaction','warning','form',NULL,'[]','','{}','6d674ad8ace3fa56',0);
INSERT INTO finding VALUES(1,4,'no-cost','hint','form',NULL,'[]','','{}','f97842bc1b823089',0);
INSERT INTO finding VALUES(2,0,'objective-uncovered','error','item',2,'[]','建设3处','{"name":"建设3处"}','cfe19aff989fa38e',0);
INSERT INTO finding VALUES(2,1,'weight-sum','error','form',NULL,'[]','30','{}','1f6a0602945a8941',0);
INSERT INTO finding VALUES(2,2,'no-benefit','warning','form',NULL,'[]','','{}','629c560315a7c837',0);
INSERT INTO finding VALUES(2,3,'no-satisfaction','warning','form',NULL,'[]','','{}','6d674ad8ace3fa56',0);
INSERT INTO finding VALUES(2,4,'no-cost','hint','form',NULL,'[]','','{}','f97842bc1b823089',0);
INSERT INTO finding VALUES(3,0,'objective-uncovered','error','item',2,'[]','建设3处','{"name":"建设3处"}','cfe19aff989fa38e',1);
INSERT INTO finding VALUES(3,1,'weight-sum','error','form',NULL,'[]','30','{}','1f6a0602945a8941',0);
INSERT INTO finding VALUES(3,2,'no-benefit','warning','form',NULL,'[]','','{}','629c560315a7c837',0);
INSERT INTO finding VALUES(3,3,'no-satisfaction','warning','form',NULL,'[]','','{}','6d674ad8ace3fa56',0);
INSERT INTO finding VALUES(3,4,'no-cost','hint','form',NULL,'[]','','{}','f97842bc1b823089',0);
INSERT INTO finding VALUES(4,0,'objective-uncovered','error','item',2,'[]','建设3处','{"name":"建设3处"}','cfe19aff989fa38e',0);
INSERT INTO finding VALUES(4,1,'weight-sum','error','form',NULL,'[]','30','{}','1f6a0602945a8941',0);
INSERT INTO finding VALUES(4,2,'no-benefit','warning','form',NULL,'[]','','{}','629c560315a7c837',0);
INSERT INTO finding VALUES(4,3,'no-satisfaction','warning','form',NULL,'[]','','{}','6d674ad8ace3fa56',0);
INSERT INTO finding VALUES(4,4,'no-cost','hint','form',NULL,'[]','','{}','f97842bc1b823089',0);
CREATE TABLE unchecked (
    target_id integer not null references target (id),
    place integer not null,
    check_id text not null,
    reason text not null,
    primary key (target_id, place)
) strict, without rowid;
INSERT INTO unchecked VALUES(3,0,'below-prior','prior');
INSERT INTO unchecked VALUES(3,1,'far-above-prior','prior');
INSERT INTO unchecked VALUES(3,2,'unit-cost-jump','prior');
INSERT INTO unchecked VALUES(3,3,'unchanged-text','prior');
INSERT INTO unchecked VALUES(4,0,'below-prior','prior');
INSERT INTO unchecked VALUES(4,1,'far-above-prior','prior');
INSERT INTO unchecked VALUES(4,2,'unit-cost-jump','prior');
INSERT INTO unchecked VALUES(4,3,'unchanged-text','prior');
CREATE TABLE waiver (
    target_id integer not null references target (id),
    key text not null,
    check_id text not null,
    reason text not null,
    made_by text not null,
    at integer not null,
    primary key (target_id, key)
) strict, without rowid;
INSERT INTO waiver VALUES(1,'cfe19aff989fa38e','objective-uncovered','按省定标准','全权',1795510800000000);
INSERT INTO waiver VALUES(3,'cfe19aff989fa38e','objective-uncovered','已核对','全权',1795779021709140);
CREATE TABLE point (
    target_id integer not null references target (id),
    review integer not null references review (seq),
    round integer not null,
    answered integer not null,
    made_by text not null,
    primary key (target_id, review)
) strict, without rowid;
INSERT INTO point VALUES(1,19,2,1,'全权');
CREATE TABLE evaluation_opening (
    year integer primary key,
    approved text not null,
    due text not null,
    made_by text not null,
    at integer not null
) strict;
INSERT INTO evaluation_opening VALUES(2021,'2022-08-19','2022-09-19','全权',1795779021715368);
CREATE TABLE monitoring (
    seq integer primary key references journal (seq),
    target_id integer not null references target (id),
    period text not null,
    budget integer,
    executed integer,
    expected integer,
    light text not null,
    late integer not null,
    filled_by text not null,
    at integer not null,
    replaced integer not null,
    disposal text,
    opinion text,
    due text,
    disposed_by text,
    disposed_at integer,
    rectified text,
    rectified_by text,
    rectified_at integer
) strict;
INSERT INTO monitoring VALUES(73,4,'jul',1000000,600000,NULL,'red',1932,'全权',1795779021716493,0,'adjust','请调整',NULL,'全权',1795779021717859,'已补发','全权',1795779021718513);
CREATE TABLE monitoring_indicator (
    monitoring_seq integer not null references monitoring (seq),
    place integer not null,
    value text not null,
    expected text not null,
    likelihood text not null,
    cause text,
    reason text not null,
    light text,
    primary key (monitoring_seq, place)
) strict;
INSERT INTO monitoring_indicator VALUES(73,0,'3000','','certain',NULL,'','red');
INSERT INTO monitoring_indicator VALUES(73,1,'','','certain',NULL,'',NULL);
CREATE TABLE filling_warning (
    seq integer primary key references journal (seq),
    target_id integer not null references target (id),
    period text not null,
    kind text not null,
    places text not null,
    raised_by text not null,
    raised_at integer not null,
    corrected_by text,
    corrected_at integer
) strict;
INSERT INTO filling_warning VALUES(74,4,'jul','late','','全权',1795779021716493,'全权',1795779021716493);
INSERT INTO filling_warning VALUES(76,4,'jul','blank','1','全权',1795779021716493,NULL,NULL);
INSERT INTO filling_warning VALUES(77,4,'jul','reason','0','全权',1795779021716493,NULL,NULL);
CREATE TABLE record (
    id integer primary key,
    register text not null,
    key text,
    year integer,
    unit_id integer references unit (id),
    version integer not null,
    removed integer not null,
    made_by text not null,
    at integer not null,
    reason text not null
) strict;
INSERT INTO record VALUES(1,'document',NULL,2020,NULL,3,1,'全权',1795779021739725,'重复');
INSERT INTO record VALUES(2,'group','岗位1',NULL,NULL,2,0,'全权',1795779021729844,'核对后更正');
INSERT INTO record VALUES(3,'window','2020:self-evaluations',2020,NULL,2,0,'全权',1795779021731205,'核对后更正');
INSERT INTO record VALUES(4,'disclosure','2020:self-evaluations:401001',2020,2,2,0,'全权',1795779021732523,'核对后更正');
INSERT INTO record VALUES(5,'allocation','poverty:师财农〔2020〕1号',2020,NULL,2,0,'全权',1795779021733781,'核对后更正');
INSERT INTO record VALUES(6,'poverty','2020:401001:项目1',2020,2,2,0,'全权',1795779021735137,'核对后更正');
INSERT INTO record VALUES(7,'inspection','2020:第1件',2020,NULL,2,0,'全权',1795779021736532,'核对后更正');
INSERT INTO record VALUES(8,'training','2020-06-11:主题1',2020,NULL,2,0,'全权',1795779021737803,'核对后更正');
INSERT INTO record VALUES(9,'publicity','2020-06-12:第1件',2020,NULL,2,0,'全权',1795779021739101,'核对后更正');
CREATE TABLE record_act (
    seq integer primary key references journal (seq),
    record_id integer not null references record (id)
) strict;
INSERT INTO record_act VALUES(86,1);
INSERT INTO record_act VALUES(87,1);
INSERT INTO record_act VALUES(88,2);
INSERT INTO record_act VALUES(89,2);
INSERT INTO record_act VALUES(90,3);
INSERT INTO record_act VALUES(91,3);
INSERT INTO record_act VALUES(92,4);
INSERT INTO record_act VALUES(93,4);
INSERT INTO record_act VALUES(94,5);
INSERT INTO record_act VALUES(95,5);
INSERT INTO record_act VALUES(96,6);
INSERT INTO record_act VALUES(97,6);
INSERT INTO record_act VALUES(98,7);
INSERT INTO record_act VALUES(99,7);
INSERT INTO record_act VALUES(100,8);
INSERT INTO record_act VALUES(101,8);
INSERT INTO record_act VALUES(102,9);
INSERT INTO record_act VALUES(103,9);
INSERT INTO record_act VALUES(104,1);
CREATE TABLE document (
    id integer primary key references record (id),
    number text not null,
    title text not null,
    issuers text not null,
    issued text,
    kind text not null,
    level text not null,
    scope text not null,
    replaces text not null,
    address text,
    text text not null
) strict;
CREATE TABLE group_member (
    id integer primary key references record (id),
    post text not null,
    duty text not null,
    organisation text not null,
    work text not null,
    grounds text not null
) strict;
INSERT INTO group_member VALUES(2,'岗位1','member','','职责1','');
CREATE TABLE disclosure_window (
    id integer primary key references record (id),
    year integer not null,
    content text not null,
    first_day text not null,
    last_day text not null,
    place text not null,
    address text
) strict;
INSERT INTO disclosure_window VALUES(3,2020,'self-evaluations','2020-02-11','2020-02-21','','http://www.example.gov.cn/1');
CREATE TABLE disclosure (
    id integer primary key references record (id),
    year integer not null,
    content text not null,
    unit_id integer not null references unit (id),
    published text not null,
    address text not null,
    checked_by text not null,
    checked text
) strict;
INSERT INTO disclosure VALUES(4,2020,'self-evaluations',2,'2020-02-21','http://www.example.gov.cn/1','',NULL);
CREATE TABLE allocation (
    id integer primary key references record (id),
    year integer not null,
    kind text not null,
    number text not null,
    title text not null,
    issued text not null,
    amount integer not null
) strict;
INSERT INTO allocation VALUES(5,2020,'poverty','师财农〔2020〕1号','第1件','2020-03-02',2500000);
CREATE TABLE poverty_project (
    id integer primary key references record (id),
    year integer not null,
    unit_id integer not null references unit (id),
    project text not null,
    code text not null,
    desk text not null,
    amount integer not null,
    number text not null,
    allocated text,
    filled text,
    reviewed text,
    evaluated text,
    evaluation_reviewed text
) strict;
INSERT INTO poverty_project VALUES(6,2020,2,'项目1','','',2500000,'师财农〔2020〕1号',NULL,'2020-03-05',NULL,NULL,NULL);
CREATE TABLE inspection (
    id integer primary key references record (id),
    year integer not null,
    title text not null,
    first_day text not null,
    last_day text,
    scope text not null,
    checked integer,
    problems integer,
    rectified integer,
    text text not null
) strict;
INSERT INTO inspection VALUES(7,2020,'第1件','2020-02-11','2020-02-21','范围1',NULL,NULL,NULL,'');
CREATE TABLE training (
    id integer primary key references record (id),
    held text not null,
    subject text not null,
    lecturer text not null,
    audience text not null,
    people integer,
    text text not null
) strict;
INSERT INTO training VALUES(8,'2020-06-11','主题1','','',1,'');
CREATE TABLE publicity (
    id integer primary key references record (id),
    sent text not null,
    title text not null,
    outlet text not null,
    author text not null,
    address text
) strict;
INSERT INTO publicity VALUES(9,'2020-06-12','第1件','信息中心1','','http://www.example.gov.cn/1');
CREATE TABLE draft (
    user_name text not null,
    target_id integer not null,
    form text not null,
    body text not null,
    at integer not null,
    primary key (user_name, target_id, form)
) strict;
INSERT INTO draft VALUES('全权',1,'review','{"opinion":"写到一半''"}',1795510860000000);
INSERT INTO draft VALUES('教科文股经办',1,'amend','{"opinion":"写到一半''"}',1795510920000000);
CREATE TABLE sealed_ballot (
    session_id integer not null,
    target_id integer not null,
    ballot integer not null,
    member text not null,
    entered_by text,
    grade text not null,
    criteria text not null,
    points text not null default '',
    opinion text not null,
    salt text not null,
    primary key (session_id, target_id, ballot, member)
) strict;
CREATE TABLE presence (
    pid integer not null,
    started integer not null,
    user_name text not null,
    session_id integer not null,
    target_id integer,
    primary key (pid, started)
) strict, without rowid;
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','target_search','target_search',0,'CREATE VIRTUAL TABLE target_search using fts5 (names, initials, content = '''', tokenize = ''unicode61'')');
CREATE TABLE IF NOT EXISTS 'target_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO target_search_data VALUES(1,X'045e37');
INSERT INTO target_search_data VALUES(10,X'000000000104040004010101020101030101040101');
INSERT INTO target_search_data VALUES(137438953473,X'000000d5023030011612090303030303040403030101310106170a0401013201021601013301041104010135010210010139010414030101670106010104010168010601010701016a010a0101060606010173010601010501017401081801010c0101780106010109020666656e636578010a0809010108010179010c010102030a040103e4bd9301020c0103e585bb0102030202889201020702028ebf010209020296840102050202b18001020e0103e694b90102040202959901020a0103e882b201040b04020290a50102020202aea10102060410080607060708080a0809080f0b08080707070708070907');
INSERT INTO target_search_data VALUES(274877906945,X'0000009f0230610206010106010163020601010301016a020601010c01016e02060101020101710206010107010173020801010507010177020601010b0101780206010109020666656e636578020a080701010801017902060101040103e585a80202070202869c02020202028aa102020b02028ebf0202090202ae890202060202b18002020c0103e69d910202030202b0b4020405070103e9a5ae0202040408080808080908080f080807070707070808');
INSERT INTO target_search_data VALUES(412316860417,X'000000d20230300314100903030303030404030101310306150a040101320304141001013303040f0401013503020e0101390304120301016703080101060901016a03080101090c010173030a0101030909010174030216010177030a0101040909010178030c010102050906020666656e636578030c08070101080901017a0308010107090103e4bfae0302050103e58aa103020b02028ebf0302090202b18003020c0103e694b90302060202a0a10302020202b0b403020a0103e7bbb40302040103e8888d0302030103e980a0030207040f080707060709090a060a0b1009080807070807070808');
INSERT INTO target_search_data VALUES(549755813889,X'000000b10230610406010106010163040601010301016a040801010a0601016e040601010201017104060101070101730406010105010174040601010c0101780406010109020666656e636578040a0809010108010179040a01010409040103e4bd9304020c0103e585a80402070202869c04020202028ebf0402090202ae890402060202b18004020e0103e6959904020a02029d910402030202b0b40402050103e882b204040b040103e9a5ae0402040408080908080808080f0a08080707070708070709');
CREATE TABLE IF NOT EXISTS 'target_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO target_search_idx VALUES(1,X'',2);
INSERT INTO target_search_idx VALUES(2,X'',2);
INSERT INTO target_search_idx VALUES(3,X'',2);
INSERT INTO target_search_idx VALUES(4,X'',2);
CREATE TABLE IF NOT EXISTS 'target_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO target_search_docsize VALUES(1,X'230d');
INSERT INTO target_search_docsize VALUES(2,X'0c0b');
INSERT INTO target_search_docsize VALUES(3,X'2112');
INSERT INTO target_search_docsize VALUES(4,X'0e0d');
CREATE TABLE IF NOT EXISTS 'target_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO target_search_config VALUES('version',4);
CREATE INDEX journal_target on journal (target_id, seq) where target_id is not null;
CREATE INDEX unit_code on unit (code) where code is not null;
CREATE INDEX unit_name on unit (name_key);
CREATE INDEX user_login on "user" (login) where login is not null;
CREATE INDEX target_code on target (code) where code is not null;
CREATE INDEX target_project on target (unit_id, project_key, year);
CREATE INDEX target_queue on target (year, state, stage, since, id);
CREATE INDEX target_queue_amount on target (year, state, stage, ifnull(amount, -1), id);
CREATE INDEX target_queue_unit on target (year, state, stage, unit_id, id);
CREATE INDEX target_queue_number on target (year, state, stage, id);
CREATE INDEX target_desk on target (year, desk, state, stage, since, id);
CREATE INDEX target_desk_amount on target (year, desk, state, stage, ifnull(amount, -1), id);
CREATE INDEX target_unit on target (year, unit_id, state, stage, since, id);
CREATE INDEX target_block on target (unit_id, year, block) where block is not null;
CREATE INDEX target_since on target (year, since, id);
CREATE INDEX target_amount on target (year, ifnull(amount, -1), id);
CREATE INDEX target_year on target (year, id);
CREATE INDEX target_category on target (year, category, state, amount);
CREATE INDEX target_warned on target (year) where findings > 0;
CREATE INDEX target_due on target (year, due, state) where due is not null;
CREATE INDEX target_year_unit on target (year, unit_id, id);
CREATE INDEX review_target on review (target_id, seq);
CREATE INDEX step_target on step (target_id, seq);
CREATE INDEX evaluation_code on evaluation (code, year) where code is not null;
CREATE INDEX evaluation_project on evaluation (unit_id, project_key, year);
CREATE INDEX evaluation_year on evaluation (year, kind, replaced, budget);
CREATE INDEX prior_evaluation on prior (evaluation_id);
CREATE INDEX agenda_target on agenda_item (target_id);
CREATE INDEX agenda_decided on agenda_item (decided) where decided is not null;
CREATE INDEX decision_item on decision (session_id, target_id);
CREATE INDEX dissent_item on dissent (session_id, target_id);
CREATE INDEX finding_check on finding (check_id, waived, target_id);
CREATE INDEX monitoring_target on monitoring (target_id, period, replaced);
CREATE INDEX filling_warning_target on filling_warning (target_id, period);
CREATE UNIQUE INDEX record_key on record (register, key) where key is not null;
CREATE INDEX record_year on record (register, year, id) where key is not null;
CREATE INDEX record_act_record on record_act (record_id, seq);
CREATE INDEX disclosure_year on disclosure (year, content, unit_id, published);
CREATE INDEX allocation_year on allocation (year, kind, amount);
CREATE INDEX poverty_year on poverty_project (year, unit_id);
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA application_id=1752393777;
PRAGMA user_version=3;

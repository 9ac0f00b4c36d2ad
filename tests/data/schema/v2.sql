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
INSERT INTO journal VALUES(9,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":1,"rules":1,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"},{"id":"unit-cost-jump","severity":"hint","place":{"indicator":0},"trigger":"≥12000 人","slots":{"actual":"10000","amount":"1.000037","factor":"0.2","name":"受益人数","spent":"4.00","year":"2020"},"key":"c176387a1ba7c8bd"}]}','a8681e0f8781c1914e60a3b731ff152b10eb4393f30130fde9415b0a0b63cccc','013ca79a262ea26d997fdd86567a9b98a346ce44559dffe5e201a61412f65ca9');
INSERT INTO journal VALUES(10,1795510800000000,'全权',NULL,'command-line','target-registered',1,2,'{"kind":"target-registered","target":2,"year":2021,"unit":2,"project":{"code":null,"name":"农村饮水安全"},"category":"特定目标类项目","procedure":"target-review","prior":[{"evaluation":2,"reason":"name"}],"to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','013ca79a262ea26d997fdd86567a9b98a346ce44559dffe5e201a61412f65ca9','0650fd0ae926bea47aab7bbfafd422dd16f11f07d3f757c01db70a6607502005');
INSERT INTO journal VALUES(11,1795510800000000,'全权',NULL,'command-line','submission-received',1,2,'{"kind":"submission-received","target":2,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":95,"by":"","grounds":[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]}],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','0650fd0ae926bea47aab7bbfafd422dd16f11f07d3f757c01db70a6607502005','7befca61c573e38eb4b961c4f3f9725ae00fab952ac33f4e27c084b944c7d597');
INSERT INTO journal VALUES(12,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,2,'{"kind":"findings-recorded","target":2,"round":1,"rules":1,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"},{"id":"unit-cost-jump","severity":"hint","place":{"indicator":0},"trigger":"≥12000 人","slots":{"actual":"10000","amount":"1.000037","factor":"0.2","name":"受益人数","spent":"4.00","year":"2019"},"key":"c176387a1ba7c8bd"}]}','7befca61c573e38eb4b961c4f3f9725ae00fab952ac33f4e27c084b944c7d597','89fb71e1ab42fb3c86c5d7ae0d33c2fd79a85786522f8c28703d0e3be05529a5');
INSERT INTO journal VALUES(13,1795510800000000,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":1,"link":{"objective":0,"indicator":0,"origin":"confirmed","confidence":100,"by":"全权"}}','89fb71e1ab42fb3c86c5d7ae0d33c2fd79a85786522f8c28703d0e3be05529a5','19999c6a1622574a953e0c896f50d64d8a35a80cb2b57ca5cc576b3aa5b59ea5');
INSERT INTO journal VALUES(14,1795510800000000,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":1,"link":{"objective":1,"indicator":1,"origin":"rejected","confidence":100,"by":"全权"}}','19999c6a1622574a953e0c896f50d64d8a35a80cb2b57ca5cc576b3aa5b59ea5','adf46df9728582198484a0396a0ec4450a45c0f4100a37987d3fa7e0f2b5b349');
INSERT INTO journal VALUES(15,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":1,"rules":1,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":1},"trigger":"培训不少于201人","slots":{"name":"培训不少于201人"},"key":"9ed9e0e331b14ffc"},{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"indicator-orphan","severity":"warning","place":{"indicator":1},"trigger":"培训人数","slots":{"name":"培训人数"},"key":"f4885edba6858b7a"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"},{"id":"unit-cost-jump","severity":"hint","place":{"indicator":0},"trigger":"≥12000 人","slots":{"actual":"10000","amount":"1.000037","factor":"0.2","name":"受益人数","spent":"4.00","year":"2020"},"key":"c176387a1ba7c8bd"}]}','adf46df9728582198484a0396a0ec4450a45c0f4100a37987d3fa7e0f2b5b349','c04c337000b3ba900ebb11c5e0a146909e6fb48d03fa3e93ec09bc68138abb9f');
INSERT INTO journal VALUES(16,1795510800000000,'全权',NULL,'command-line','prior-match-set',1,2,'{"kind":"prior-match-set","target":2,"round":1,"matched":{"indicator":0,"evaluation":2,"earlier":0,"by":"全权"}}','c04c337000b3ba900ebb11c5e0a146909e6fb48d03fa3e93ec09bc68138abb9f','159526cb93e4f4a1fce370c0b3283367ff1fd74b198f3103c84a5c957bcfe1c5');
INSERT INTO journal VALUES(17,1795510800000000,'全权',NULL,'command-line','target-submitted',1,1,'{"kind":"target-submitted","target":1,"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','159526cb93e4f4a1fce370c0b3283367ff1fd74b198f3103c84a5c957bcfe1c5','170a4ee530df0b93d37b320d86f63733db3d038f51f1275b80df548471ccb3d4');
INSERT INTO journal VALUES(18,1795510800000000,'全权',NULL,'command-line','target-submitted',1,2,'{"kind":"target-submitted","target":2,"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','170a4ee530df0b93d37b320d86f63733db3d038f51f1275b80df548471ccb3d4','c44b751c47366a7ab39bdfae127ec0d35b91b763632b1eeb66bc8612856adfdb');
INSERT INTO journal VALUES(19,1795510800000000,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":1,"stage":"department","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000}}','c44b751c47366a7ab39bdfae127ec0d35b91b763632b1eeb66bc8612856adfdb','d06bed5f0af841978c1b190e26be8e0947af7bd270fe933da563cd7496a61d78');
INSERT INTO journal VALUES(20,1795510800000000,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":1,"stage":"desk","grade":"中","criteria":["中","中","中","中","中","中"],"suggested":"中","verdict":"return","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000},"to":{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}}','d06bed5f0af841978c1b190e26be8e0947af7bd270fe933da563cd7496a61d78','8519eba2bdbf194b995b9e7d3016b863eb074996207f9080878c15b8ae8a8f89');
INSERT INTO journal VALUES(21,1795510800000000,'全权',NULL,'command-line','submission-received',1,1,'{"kind":"submission-received","target":1,"submission":{"amount":2000037,"objective":"目标1：受益12000人；目标2：培训不少于200人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"202","unit":"人","weight":"15","raw":"≥202人"}],"source":"第2版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"confirmed","confidence":100,"by":"全权"},{"objective":1,"indicator":1,"origin":"suggested","confidence":77,"by":"","grounds":[{"words":["培训"]},{"work":"train"}]}],"from":{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000},"to":{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}}','8519eba2bdbf194b995b9e7d3016b863eb074996207f9080878c15b8ae8a8f89','758a0c91fd4d2d828861653cb60f0a5634312b974b3af9b7822a6939f2728cd2');
INSERT INTO journal VALUES(22,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":2,"rules":1,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}]}','758a0c91fd4d2d828861653cb60f0a5634312b974b3af9b7822a6939f2728cd2','cbd8da81ae6bb7c6b5ffaac61648fca66ae341e5802d2c09d33e235ed869a964');
INSERT INTO journal VALUES(23,1795510800000000,'全权',NULL,'command-line','target-submitted',1,1,'{"kind":"target-submitted","target":1,"from":{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000},"to":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}}','cbd8da81ae6bb7c6b5ffaac61648fca66ae341e5802d2c09d33e235ed869a964','8450cff842efdfe04da5ae6d2b07f74db57e1e8c38a88881c18f8dd008c54613');
INSERT INTO journal VALUES(24,1795510800000000,'全权',NULL,'command-line','point-answered',1,1,'{"kind":"point-answered","target":1,"round":2,"review":19,"answered":true}','8450cff842efdfe04da5ae6d2b07f74db57e1e8c38a88881c18f8dd008c54613','52221387caef8090363c87167ae60232a26e00983f2ab3f57c01d19535191917');
INSERT INTO journal VALUES(25,1795510800000000,'全权',NULL,'command-line','target-registered',1,3,'{"kind":"target-registered","target":3,"year":2021,"unit":2,"project":{"code":"53039921T000000101002","name":"校舍维修改造"},"category":"特定目标类项目","procedure":"target-review","prior":[],"to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','52221387caef8090363c87167ae60232a26e00983f2ab3f57c01d19535191917','e9da0915909a15d5ef376108c2346b1d70b5024f2d536413cd28ecce02d8a57d');
INSERT INTO journal VALUES(26,1795510800000000,'全权',NULL,'command-line','submission-received',1,3,'{"kind":"submission-received","target":3,"submission":{"amount":1000037,"objective":"","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','e9da0915909a15d5ef376108c2346b1d70b5024f2d536413cd28ecce02d8a57d','2985e65eedf3bac0ae2b2115d3ad2a777da95353b32641834ff482e769390e31');
INSERT INTO journal VALUES(27,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,3,'{"kind":"findings-recorded","target":3,"round":1,"rules":1,"findings":[{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}],"unchecked":[{"id":"objective-uncovered","reason":"objective"},{"id":"indicator-orphan","reason":"objective"},{"id":"below-prior","reason":"prior"},{"id":"far-above-prior","reason":"prior"},{"id":"unit-cost-jump","reason":"prior"},{"id":"unchanged-text","reason":"prior"}]}','2985e65eedf3bac0ae2b2115d3ad2a777da95353b32641834ff482e769390e31','929978b0f8f9e41d0b0e02e9196373a686dd2b30d5394ad588c7a45a361a5446');
INSERT INTO journal VALUES(28,1795510800000000,'全权',NULL,'command-line','finding-waived',1,1,'{"kind":"finding-waived","target":1,"check":"objective-uncovered","key":"cfe19aff989fa38e","reason":"按省定标准"}','929978b0f8f9e41d0b0e02e9196373a686dd2b30d5394ad588c7a45a361a5446','4381160add6a700c3abbfeb2c82d2add77434037e3d3d595b8a17db2309f7d4d');
INSERT INTO journal VALUES(29,1795767146079235,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":2,"stage":"desk","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000},"to":{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795767146079235}}','4381160add6a700c3abbfeb2c82d2add77434037e3d3d595b8a17db2309f7d4d','28de8de70794b2e3acefc987c1438885d0fbda7a5b47aa024f9a65171602011c');
INSERT INTO journal VALUES(30,1795767146090258,'全权',NULL,'command-line','act-undone',1,1,'{"kind":"act-undone","target":1,"act":29,"from":{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795767146079235},"to":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}}','28de8de70794b2e3acefc987c1438885d0fbda7a5b47aa024f9a65171602011c','64817102d71713dfa73f66c08d54452f6477eae927e81b29553f2f95a0935a03');
INSERT INTO journal VALUES(31,1795767146094744,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":2,"link":{"objective":2,"indicator":1,"origin":"confirmed","confidence":100,"by":"全权"}}','64817102d71713dfa73f66c08d54452f6477eae927e81b29553f2f95a0935a03','427524d6c41983e6eedd7859f852ad1291b135072c0962e4c73c8a8bac9e0b2d');
INSERT INTO journal VALUES(32,1795767146094744,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":2,"rules":1,"findings":[{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}]}','427524d6c41983e6eedd7859f852ad1291b135072c0962e4c73c8a8bac9e0b2d','da7c70193e412bcd16c7c5c799a6dfbc63b3f9c0a856bc54bb296e058917f6ee');
INSERT INTO journal VALUES(33,1795767146099176,'全权',NULL,'command-line','link-removed',1,1,'{"kind":"link-removed","target":1,"round":2,"objective":2,"indicator":1}','da7c70193e412bcd16c7c5c799a6dfbc63b3f9c0a856bc54bb296e058917f6ee','205da644e81d74e9ce505705a921dd7d26b476e996ac7ecbf85f0f5788b9b096');
INSERT INTO journal VALUES(34,1795767146099176,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":2,"rules":1,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}]}','205da644e81d74e9ce505705a921dd7d26b476e996ac7ecbf85f0f5788b9b096','0dbb2a70ac4ad38e34310744f5e7295075a11f471c4d72b97ba54d731afbf618');
INSERT INTO journal VALUES(35,1795767146104980,'全权',NULL,'command-line','target-withdrawn',1,2,'{"kind":"target-withdrawn","target":2,"reason":"项目取消","from":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795767146104980}}','0dbb2a70ac4ad38e34310744f5e7295075a11f471c4d72b97ba54d731afbf618','fc3f40a4c744e320aba31b68d5ace3db3d089977fd809c61daffd277987fe5d4');
INSERT INTO journal VALUES(36,1795767146113998,'全权',NULL,'command-line','submission-received',1,2,'{"kind":"submission-received","target":2,"submission":{"amount":3000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"203","unit":"人","weight":"15","raw":"≥203人"}],"source":"第3版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":77,"by":"","grounds":[{"words":["培训"]},{"work":"train"}]}],"from":{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795767146104980},"to":{"state":"withdrawn","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795767146104980}}','fc3f40a4c744e320aba31b68d5ace3db3d089977fd809c61daffd277987fe5d4','e9d3b24ac1163969f6dc7f778a453dd2ecb56242110f9675169736403181a7a5');
INSERT INTO journal VALUES(37,1795767146113998,'全权',NULL,'command-line','prior-match-set',1,2,'{"kind":"prior-match-set","target":2,"round":2,"matched":{"indicator":0,"evaluation":2,"earlier":0,"by":"全权"}}','e9d3b24ac1163969f6dc7f778a453dd2ecb56242110f9675169736403181a7a5','f263ee1aeb03793421efcdb42686327b355fa742f8c322779f56d38e5ef15e52');
INSERT INTO journal VALUES(38,1795767146113998,'全权',NULL,'command-line','findings-recorded',1,2,'{"kind":"findings-recorded","target":2,"round":2,"rules":1,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}]}','f263ee1aeb03793421efcdb42686327b355fa742f8c322779f56d38e5ef15e52','4ae7a9f3e37dc1a1990b096e74ccbad48be0de6458cc7c1e72eb85a4df575d42');
INSERT INTO journal VALUES(39,1795767146118404,'全权',NULL,'command-line','submission-received',1,3,'{"kind":"submission-received","target":3,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":95,"by":"","grounds":[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]}],"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','4ae7a9f3e37dc1a1990b096e74ccbad48be0de6458cc7c1e72eb85a4df575d42','4c6078c187a99adcaa0723ed3fbb178645f7843c5cd3f8cb5668ebebe010f88b');
INSERT INTO journal VALUES(40,1795767146118404,'全权',NULL,'command-line','findings-recorded',1,3,'{"kind":"findings-recorded","target":3,"round":2,"rules":1,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}],"unchecked":[{"id":"below-prior","reason":"prior"},{"id":"far-above-prior","reason":"prior"},{"id":"unit-cost-jump","reason":"prior"},{"id":"unchanged-text","reason":"prior"}]}','4c6078c187a99adcaa0723ed3fbb178645f7843c5cd3f8cb5668ebebe010f88b','f9c3fe2bafa1ac69fd800d85c3535ff8c521507eb7bca2ef84c7db73b0828df8');
INSERT INTO journal VALUES(41,1795767146124809,'全权',NULL,'command-line','target-submitted',1,3,'{"kind":"target-submitted","target":3,"from":{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795767146124809}}','f9c3fe2bafa1ac69fd800d85c3535ff8c521507eb7bca2ef84c7db73b0828df8','3b59fdb5a66b83a4be1995f4501b90e5336c5419ce5b40de243b58ebd5e2eb18');
INSERT INTO journal VALUES(42,1795767146134785,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"department","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795767146124809},"to":{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146134785}}','3b59fdb5a66b83a4be1995f4501b90e5336c5419ce5b40de243b58ebd5e2eb18','31eb36e86d8b543f006b1f2615e7edca974f31abd7b87ab7eff90b7cd5b3df03');
INSERT INTO journal VALUES(43,1795767146140317,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"desk","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146134785},"to":{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146140317}}','31eb36e86d8b543f006b1f2615e7edca974f31abd7b87ab7eff90b7cd5b3df03','66ef8f3901dd69134a9d83e4b17f67f7e35e88fa44007c3631188fc1c8b75845');
INSERT INTO journal VALUES(44,1795767146148334,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"performance","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146140317},"to":{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146148334}}','66ef8f3901dd69134a9d83e4b17f67f7e35e88fa44007c3631188fc1c8b75845','6406a7431b08d51b1d270799d47474ef54c757da85a10340395bef48a9842908');
INSERT INTO journal VALUES(45,1795767146158426,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"budget","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146148334},"to":{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146158426}}','6406a7431b08d51b1d270799d47474ef54c757da85a10340395bef48a9842908','f35717ba2945101f4725eb04dc31d59e2e633a3602ca31857fecc92d96a1b0e3');
INSERT INTO journal VALUES(46,1795767146169577,'全权',NULL,'command-line','user-added',1,NULL,'{"kind":"user-added","user":{"name":"主任","login":null,"grants":[{"role":"chair","scope":"county"}]}}','f35717ba2945101f4725eb04dc31d59e2e633a3602ca31857fecc92d96a1b0e3','b8815a0feb64b4ec3d09a15217b5d7c56f6661dd39d562b6da51b77426c82485');
INSERT INTO journal VALUES(47,1795767146178726,'全权',NULL,'command-line','user-added',1,NULL,'{"kind":"user-added","user":{"name":"记录","login":null,"grants":[{"role":"recorder","scope":"county"}]}}','b8815a0feb64b4ec3d09a15217b5d7c56f6661dd39d562b6da51b77426c82485','5a0349d1c81bbb8ea4774320b1bbc09fcb78c268ff12bc03c42a8391630a8494');
INSERT INTO journal VALUES(48,1795767146186731,'全权',NULL,'command-line','user-added',1,NULL,'{"kind":"user-added","user":{"name":"委员","login":null,"grants":[{"role":"panel","scope":"county"}]}}','5a0349d1c81bbb8ea4774320b1bbc09fcb78c268ff12bc03c42a8391630a8494','0ec42dc93623e7f4e46ca4c19c11a33270bf7a085b47eaeac9cbc16e86738e82');
INSERT INTO journal VALUES(49,1795767146190421,'全权',NULL,'command-line','session-created',1,NULL,'{"kind":"session","session":1,"act":"created","name":"第一次会审","day":null,"quorum":[2,3],"minutes":30}','0ec42dc93623e7f4e46ca4c19c11a33270bf7a085b47eaeac9cbc16e86738e82','500798e29d78879d8353ed9f9869577aa0c2a7f8883de445f7c56cf5b61573b8');
INSERT INTO journal VALUES(50,1795767146202760,'全权',NULL,'command-line','session-seated',1,NULL,'{"kind":"session","session":1,"act":"seated","user":"主任","seat":"chair"}','500798e29d78879d8353ed9f9869577aa0c2a7f8883de445f7c56cf5b61573b8','cedd2f7f29f23abd42212be399fb288dabe005f63d24f9f7b4add9376fd21e2a');
INSERT INTO journal VALUES(51,1795767146214808,'全权',NULL,'command-line','session-seated',1,NULL,'{"kind":"session","session":1,"act":"seated","user":"记录","seat":"recorder"}','cedd2f7f29f23abd42212be399fb288dabe005f63d24f9f7b4add9376fd21e2a','2cae50ce55dd5a5c766743da6c2409c2164906d73413c259aa75ba1f771430d9');
INSERT INTO journal VALUES(52,1795767146220502,'全权',NULL,'command-line','session-seated',1,NULL,'{"kind":"session","session":1,"act":"seated","user":"委员","seat":"panel"}','2cae50ce55dd5a5c766743da6c2409c2164906d73413c259aa75ba1f771430d9','7d18cf21cbc54ce15342b9a2fd13c901695ccf9bf82cd9c052db7005a84e2cb6');
INSERT INTO journal VALUES(53,1795767146230437,'全权',NULL,'command-line','session-items-added',1,NULL,'{"kind":"session","session":1,"act":"items-added","targets":[3]}','7d18cf21cbc54ce15342b9a2fd13c901695ccf9bf82cd9c052db7005a84e2cb6','ff9e4273cba022c0edcc69e2bc00c5d88f88d0254f0d784370c01e9848e6cd25');
INSERT INTO journal VALUES(54,1795767146240599,'主任',NULL,'command-line','session-opened',1,NULL,'{"kind":"session","session":1,"act":"opened","present":["主任","委员"],"quorum":{"entitled":1,"present":1,"needed":1}}','ff9e4273cba022c0edcc69e2bc00c5d88f88d0254f0d784370c01e9848e6cd25','ce5d9672d647dd0bf08706544c46ab0161b46597d2f5d720496e68b593de2593');
INSERT INTO journal VALUES(55,1795767146240599,'主任',NULL,'command-line','session-called',1,NULL,'{"kind":"session","session":1,"act":"called","target":3}','ce5d9672d647dd0bf08706544c46ab0161b46597d2f5d720496e68b593de2593','822013653b136f7104b4f3f3b38f8c22e8d24e0670148050ae301829574e4ec3');
INSERT INTO journal VALUES(56,1795767146250895,'委员',NULL,'command-line','session-sealed',1,NULL,'{"kind":"session","session":1,"act":"sealed","target":3,"ballot":1,"member":"委员","commitment":"5b857b0eb752a83fc9f7f2bf2012c6c5d5fc774148163dc07739253fdf446134"}','822013653b136f7104b4f3f3b38f8c22e8d24e0670148050ae301829574e4ec3','71fdf2f38d1c1f3dc8f105044b65b8f0cd622146551030fab9ed09ecb5a5f083');
INSERT INTO journal VALUES(57,1795767146262775,'主任',NULL,'command-line','session-revealed',1,3,'{"kind":"session","session":1,"act":"revealed","target":3,"ballot":1,"ballots":[{"member":"委员","grade":"良","criteria":["良","良","良","良","良","良"],"opinion":"同意。","salt":"00000000000000000000000000000001"}],"quorum":{"entitled":1,"present":1,"needed":1}}','71fdf2f38d1c1f3dc8f105044b65b8f0cd622146551030fab9ed09ecb5a5f083','c8cd6d61076c2d2a5d4d2515da97342146a3c75889e017ad5e1ed98e134de66a');
INSERT INTO journal VALUES(58,1795767146270768,'主任',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"joint","grade":"良","criteria":[],"suggested":null,"verdict":"decide","opinion":"会审评定为良。","reason":""},"from":{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146158426},"to":{"state":"negotiating","stage":null,"round":2,"returns":0,"answered":2,"resume":null,"grade":"良","due":"2026-12-04","since":1795767146270768}}','c8cd6d61076c2d2a5d4d2515da97342146a3c75889e017ad5e1ed98e134de66a','301b00f409843105903f6654cbfa95ef80685a5a7a244a5db66fb32d4a3549ac');
INSERT INTO journal VALUES(59,1795767146270768,'主任',NULL,'command-line','session-decided',1,NULL,'{"kind":"session","session":1,"act":"decided","target":3,"grade":"良","opinion":"会审评定为良。","due":null,"consent":false,"quorum":{"entitled":1,"present":1,"needed":1}}','301b00f409843105903f6654cbfa95ef80685a5a7a244a5db66fb32d4a3549ac','f8b5cb3ae5ab14d2fc36fb4f5a35bf9a52caca4ef2103964d97fb116d4a49c86');
INSERT INTO journal VALUES(60,1795767146274719,'主任',NULL,'command-line','session-closed',1,NULL,'{"kind":"session","session":1,"act":"closed"}','f8b5cb3ae5ab14d2fc36fb4f5a35bf9a52caca4ef2103964d97fb116d4a49c86','036efcc064ac570d257bdeeb179d19e3b3159f241ace28d806a5fe67424d3a04');
INSERT INTO journal VALUES(61,1795767146282255,'全权',NULL,'command-line','session-created',1,NULL,'{"kind":"session","session":2,"act":"created","name":"第二次会审","day":null,"quorum":[2,3],"minutes":30}','036efcc064ac570d257bdeeb179d19e3b3159f241ace28d806a5fe67424d3a04','f59c8f906ab62b739c2a53afe447d81e95ccaa8fe5f422b5264d45513bb17871');
INSERT INTO journal VALUES(62,1795767146291020,'全权',NULL,'command-line','finding-waived',1,3,'{"kind":"finding-waived","target":3,"check":"objective-uncovered","key":"cfe19aff989fa38e","reason":"已核对"}','f59c8f906ab62b739c2a53afe447d81e95ccaa8fe5f422b5264d45513bb17871','9cded1679dd102c6e4a02a5fcbaac6b73e636d63e8d2c874b2a562fb9a725c5e');
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
    login text
) strict;
INSERT INTO user VALUES('教科文股经办','jkw');
INSERT INTO user VALUES('主任',NULL);
INSERT INTO user VALUES('记录',NULL);
INSERT INTO user VALUES('委员',NULL);
CREATE TABLE role (
    user_name text not null references "user" (name),
    place integer not null,
    role text not null,
    scope text not null,
    bound text,
    primary key (user_name, place)
) strict;
INSERT INTO role VALUES('教科文股经办',0,'desk','desk','教科文股');
INSERT INTO role VALUES('教科文股经办',1,'department','unit','1');
INSERT INTO role VALUES('主任',0,'chair','county',NULL);
INSERT INTO role VALUES('记录',0,'recorder','county',NULL);
INSERT INTO role VALUES('委员',0,'panel','county',NULL);
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
INSERT INTO target VALUES(2,2021,2,'农业农村股',NULL,'农村饮水安全','农村饮水安全','特定目标类项目','target-review',5,'withdrawn','',2,0,NULL,NULL,NULL,NULL,1795767146104980,0,3000037,1,0,4,4,NULL,8700,'87');
INSERT INTO target VALUES(3,2021,2,'农业农村股','53039921T000000101002','校舍维修改造','校舍维修改造','特定目标类项目','target-review',9,'negotiating','',2,0,2,NULL,'良','2026-12-04',1795767146270768,0,1000037,1,0,3,4,NULL,NULL,NULL);
CREATE TABLE tally (
    year integer not null,
    unit_id integer not null,
    state text not null,
    stage text not null,
    count integer not null,
    amount integer not null,
    primary key (year, state, stage, unit_id)
) strict;
INSERT INTO tally VALUES(2021,1,'pending','desk',1,2000037);
INSERT INTO tally VALUES(2021,2,'withdrawn','',1,3000037);
INSERT INTO tally VALUES(2021,2,'negotiating','',1,1000037);
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
INSERT INTO submission VALUES(2,2,3000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第3版.xlsx','a71e1dd18ca95ec49c5764cd40b5e139865c73a06fe5ac0626c0917e26ab20cc',1795767146113998);
INSERT INTO submission VALUES(3,2,1000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第1版.xlsx','e9003e9a4d73351287f75117cacf8052dcd9a5612ad6bc943bdacb6d06055268',1795767146118404);
CREATE TABLE objective_item (
    target_id integer not null,
    round integer not null,
    place integer not null,
    text text not null,
    primary key (target_id, round, place),
    foreign key (target_id, round) references submission (target_id, round)
) strict;
INSERT INTO objective_item VALUES(1,1,0,'受益12000人');
INSERT INTO objective_item VALUES(1,1,1,'培训不少于201人');
INSERT INTO objective_item VALUES(1,1,2,'建设3处');
INSERT INTO objective_item VALUES(2,1,0,'受益12000人');
INSERT INTO objective_item VALUES(2,1,1,'培训不少于201人');
INSERT INTO objective_item VALUES(2,1,2,'建设3处');
INSERT INTO objective_item VALUES(1,2,0,'受益12000人');
INSERT INTO objective_item VALUES(1,2,1,'培训不少于200人');
INSERT INTO objective_item VALUES(1,2,2,'建设3处');
INSERT INTO objective_item VALUES(2,2,0,'受益12000人');
INSERT INTO objective_item VALUES(2,2,1,'培训不少于201人');
INSERT INTO objective_item VALUES(2,2,2,'建设3处');
INSERT INTO objective_item VALUES(3,2,0,'受益12000人');
INSERT INTO objective_item VALUES(3,2,1,'培训不少于201人');
INSERT INTO objective_item VALUES(3,2,2,'建设3处');
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
) strict;
INSERT INTO indicator VALUES(1,1,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(1,1,1,'产出指标','数量指标','培训人数','≥','201','人','15','≥201人');
INSERT INTO indicator VALUES(2,1,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(2,1,1,'产出指标','数量指标','培训人数','≥','201','人','15','≥201人');
INSERT INTO indicator VALUES(1,2,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(1,2,1,'产出指标','数量指标','培训人数','≥','202','人','15','≥202人');
INSERT INTO indicator VALUES(3,1,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(3,1,1,'产出指标','数量指标','培训人数','≥','201','人','15','≥201人');
INSERT INTO indicator VALUES(2,2,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(2,2,1,'产出指标','数量指标','培训人数','≥','203','人','15','≥203人');
INSERT INTO indicator VALUES(3,2,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(3,2,1,'产出指标','数量指标','培训人数','≥','201','人','15','≥201人');
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
) strict;
INSERT INTO link VALUES(1,1,0,0,'confirmed',100,'全权','');
INSERT INTO link VALUES(1,1,1,1,'rejected',100,'全权','');
INSERT INTO link VALUES(2,1,0,0,'suggested',80,'','[{"amount":["12000人","≥12000 人"]}]');
INSERT INTO link VALUES(2,1,1,1,'suggested',95,'','[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]');
INSERT INTO link VALUES(1,2,0,0,'confirmed',100,'全权','');
INSERT INTO link VALUES(1,2,1,1,'suggested',77,'','[{"words":["培训"]},{"work":"train"}]');
INSERT INTO link VALUES(2,2,0,0,'suggested',80,'','[{"amount":["12000人","≥12000 人"]}]');
INSERT INTO link VALUES(2,2,1,1,'suggested',77,'','[{"words":["培训"]},{"work":"train"}]');
INSERT INTO link VALUES(3,2,0,0,'suggested',80,'','[{"amount":["12000人","≥12000 人"]}]');
INSERT INTO link VALUES(3,2,1,1,'suggested',95,'','[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]');
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
INSERT INTO review VALUES(29,1,2,'desk','全权',NULL,1795767146079235,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',1);
INSERT INTO review VALUES(42,3,2,'department','全权',NULL,1795767146134785,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(43,3,2,'desk','全权',NULL,1795767146140317,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(44,3,2,'performance','全权',NULL,1795767146148334,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(45,3,2,'budget','全权',NULL,1795767146158426,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(58,3,2,'joint','主任',NULL,1795767146270768,'良','','',NULL,'decide','会审评定为良。','',0);
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
INSERT INTO step VALUES(29,1,1795767146079235,'全权','review-given','{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}','{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795767146079235}',1);
INSERT INTO step VALUES(30,1,1795767146090258,'全权','act-undone','{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795767146079235}','{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(35,2,1795767146104980,'全权','target-withdrawn','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795767146104980}',0);
INSERT INTO step VALUES(36,2,1795767146113998,'全权','submission-received','{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795767146104980}','{"state":"withdrawn","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795767146104980}',0);
INSERT INTO step VALUES(39,3,1795767146118404,'全权','submission-received','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(41,3,1795767146124809,'全权','target-submitted','{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795767146124809}',0);
INSERT INTO step VALUES(42,3,1795767146134785,'全权','review-given','{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795767146124809}','{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146134785}',0);
INSERT INTO step VALUES(43,3,1795767146140317,'全权','review-given','{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146134785}','{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146140317}',0);
INSERT INTO step VALUES(44,3,1795767146148334,'全权','review-given','{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146140317}','{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146148334}',0);
INSERT INTO step VALUES(45,3,1795767146158426,'全权','review-given','{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146148334}','{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146158426}',0);
INSERT INTO step VALUES(58,3,1795767146270768,'主任','review-given','{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795767146158426}','{"state":"negotiating","stage":null,"round":2,"returns":0,"answered":2,"resume":null,"grade":"良","due":"2026-12-04","since":1795767146270768}',0);
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
    replaced integer not null
) strict;
INSERT INTO evaluation VALUES(1,1,'101001','县教育体育局','53039921T000000101000','营养改善计划','营养改善计划',2020,'self',5000000,4000000,'92',0);
INSERT INTO evaluation VALUES(2,2,'401001','县水务局',NULL,'农村饮水安全','农村饮水安全',2019,'fiscal',5000000,4000000,'87',0);
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
) strict;
INSERT INTO evaluation_indicator VALUES(1,0,NULL,NULL,'受益人数','≥','11000','人','10000','90','82','停课一个月');
INSERT INTO evaluation_indicator VALUES(2,0,NULL,NULL,'受益人数','≥','11000','人','10000','90','77','停课一个月');
CREATE TABLE prior (
    target_id integer not null references target (id),
    evaluation_id integer not null references evaluation (id),
    reason text not null,
    likeness integer,
    primary key (target_id, evaluation_id)
) strict;
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
INSERT INTO session VALUES(1,'第一次会审',NULL,2,3,30,'closed',NULL,1795767146240599,1795767146274719);
INSERT INTO session VALUES(2,'第二次会审',NULL,2,3,30,'preparing',NULL,NULL,NULL);
CREATE TABLE session_member (
    session_id integer not null references session (id),
    place integer not null,
    user_name text not null,
    seat text not null,
    present integer not null,
    primary key (session_id, place)
) strict;
INSERT INTO session_member VALUES(1,1,'记录','recorder',0);
INSERT INTO session_member VALUES(1,0,'主任','chair',1);
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
) strict;
INSERT INTO agenda_item VALUES(1,0,3,'decided',0,1,NULL,34120,59,'');
CREATE TABLE recusal (
    session_id integer not null references session (id),
    place integer not null,
    user_name text not null,
    target_id integer not null,
    reason text not null,
    derived integer not null,
    primary key (session_id, place)
) strict;
CREATE TABLE session_note (
    session_id integer not null references session (id),
    about text not null,
    text text not null,
    primary key (session_id, about)
) strict;
CREATE TABLE seal (
    session_id integer not null references session (id),
    target_id integer not null,
    ballot integer not null,
    member text not null,
    commitment text not null,
    at integer not null,
    primary key (session_id, target_id, ballot, member)
) strict;
INSERT INTO seal VALUES(1,3,1,'委员','5b857b0eb752a83fc9f7f2bf2012c6c5d5fc774148163dc07739253fdf446134',1795767146250895);
CREATE TABLE ballot (
    session_id integer not null references session (id),
    target_id integer not null,
    ballot integer not null,
    place integer not null,
    member text not null,
    entered_by text,
    grade text not null,
    criteria text not null,
    opinion text not null,
    salt text not null,
    primary key (session_id, target_id, ballot, place)
) strict;
INSERT INTO ballot VALUES(1,3,1,0,'委员',NULL,'良','良良良良良良','同意。','00000000000000000000000000000001');
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
INSERT INTO decision VALUES(59,1,3,'良','会审评定为良。',NULL,0,1795767146270768,1,1,1,0);
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
) strict;
INSERT INTO prior_match VALUES(2,1,0,2,0,'全权');
INSERT INTO prior_match VALUES(2,2,0,2,0,'全权');
CREATE TABLE checked (
    target_id integer primary key references target (id),
    round integer not null,
    rules integer not null
) strict;
INSERT INTO checked VALUES(1,2,1);
INSERT INTO checked VALUES(2,2,1);
INSERT INTO checked VALUES(3,2,1);
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
) strict;
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
CREATE TABLE unchecked (
    target_id integer not null references target (id),
    place integer not null,
    check_id text not null,
    reason text not null,
    primary key (target_id, place)
) strict;
INSERT INTO unchecked VALUES(3,0,'below-prior','prior');
INSERT INTO unchecked VALUES(3,1,'far-above-prior','prior');
INSERT INTO unchecked VALUES(3,2,'unit-cost-jump','prior');
INSERT INTO unchecked VALUES(3,3,'unchanged-text','prior');
CREATE TABLE waiver (
    target_id integer not null references target (id),
    key text not null,
    check_id text not null,
    reason text not null,
    made_by text not null,
    at integer not null,
    primary key (target_id, key)
) strict;
INSERT INTO waiver VALUES(1,'cfe19aff989fa38e','objective-uncovered','按省定标准','全权',1795510800000000);
INSERT INTO waiver VALUES(3,'cfe19aff989fa38e','objective-uncovered','已核对','全权',1795767146291020);
CREATE TABLE point (
    target_id integer not null references target (id),
    review integer not null references review (seq),
    round integer not null,
    answered integer not null,
    made_by text not null,
    primary key (target_id, review)
) strict;
INSERT INTO point VALUES(1,19,2,1,'全权');
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
) strict;
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','target_search','target_search',0,'CREATE VIRTUAL TABLE target_search using fts5 (names, initials, content = '''', tokenize = ''unicode61'')');
CREATE TABLE IF NOT EXISTS 'target_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO target_search_data VALUES(1,X'03502a');
INSERT INTO target_search_data VALUES(10,X'000000000103030003010101020101030101');
INSERT INTO target_search_data VALUES(137438953473,X'000000d5023030011612090303030303040403030101310106170a0401013201021601013301041104010135010210010139010414030101670106010104010168010601010701016a010a0101060606010173010601010501017401081801010c0101780106010109020666656e636578010a0809010108010179010c010102030a040103e4bd9301020c0103e585bb0102030202889201020702028ebf010209020296840102050202b18001020e0103e694b90102040202959901020a0103e882b201040b04020290a50102020202aea10102060410080607060708080a0809080f0b08080707070708070907');
INSERT INTO target_search_data VALUES(274877906945,X'0000009f0230610206010106010163020601010301016a020601010c01016e02060101020101710206010107010173020801010507010177020601010b0101780206010109020666656e636578020a080701010801017902060101040103e585a80202070202869c02020202028aa102020b02028ebf0202090202ae890202060202b18002020c0103e69d910202030202b0b4020405070103e9a5ae0202040408080808080908080f080807070707070808');
INSERT INTO target_search_data VALUES(412316860417,X'000000d20230300314100903030303030404030101310306150a040101320304141001013303040f0401013503020e0101390304120301016703080101060901016a03080101090c010173030a0101030909010174030216010177030a0101040909010178030c010102050906020666656e636578030c08070101080901017a0308010107090103e4bfae0302050103e58aa103020b02028ebf0302090202b18003020c0103e694b90302060202a0a10302020202b0b403020a0103e7bbb40302040103e8888d0302030103e980a0030207040f080707060709090a060a0b1009080807070807070808');
CREATE TABLE IF NOT EXISTS 'target_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO target_search_idx VALUES(1,X'',2);
INSERT INTO target_search_idx VALUES(2,X'',2);
INSERT INTO target_search_idx VALUES(3,X'',2);
CREATE TABLE IF NOT EXISTS 'target_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO target_search_docsize VALUES(1,X'230d');
INSERT INTO target_search_docsize VALUES(2,X'0c0b');
INSERT INTO target_search_docsize VALUES(3,X'2112');
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
CREATE INDEX target_year_unit on target (year, unit_id, id);
CREATE INDEX review_target on review (target_id, seq);
CREATE INDEX step_target on step (target_id, seq);
CREATE INDEX evaluation_code on evaluation (code, year) where code is not null;
CREATE INDEX evaluation_project on evaluation (unit_id, project_key, year);
CREATE INDEX prior_evaluation on prior (evaluation_id);
CREATE INDEX agenda_target on agenda_item (target_id);
CREATE INDEX agenda_decided on agenda_item (decided) where decided is not null;
CREATE INDEX decision_item on decision (session_id, target_id);
CREATE INDEX dissent_item on dissent (session_id, target_id);
CREATE INDEX finding_check on finding (check_id, waived, target_id);
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA application_id=1752393777;
PRAGMA user_version=2;

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
INSERT INTO journal VALUES(9,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":1,"rules":3,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"},{"id":"unit-cost-jump","severity":"hint","place":{"indicator":0},"trigger":"≥12000 人","slots":{"actual":"10000","amount":"1.000037","factor":"0.2","name":"受益人数","spent":"4.00","year":"2020"},"key":"c176387a1ba7c8bd"}]}','a8681e0f8781c1914e60a3b731ff152b10eb4393f30130fde9415b0a0b63cccc','ce9857e5500d4d05ac92be95eecd0211be290b1d623b2e3b42dbd42667683bcc');
INSERT INTO journal VALUES(10,1795510800000000,'全权',NULL,'command-line','target-registered',1,2,'{"kind":"target-registered","target":2,"year":2021,"unit":2,"project":{"code":null,"name":"农村饮水安全"},"category":"特定目标类项目","procedure":"target-review","prior":[{"evaluation":2,"reason":"name"}],"to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','ce9857e5500d4d05ac92be95eecd0211be290b1d623b2e3b42dbd42667683bcc','7555397c10a8857516e1711cbdab3957b0970d898548436df5f008de3a4afe3a');
INSERT INTO journal VALUES(11,1795510800000000,'全权',NULL,'command-line','submission-received',1,2,'{"kind":"submission-received","target":2,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":95,"by":"","grounds":[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]}],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','7555397c10a8857516e1711cbdab3957b0970d898548436df5f008de3a4afe3a','520bceb387dfead8970736f197f2fcb0fa957272285dcc5ad5258ba413eb0db1');
INSERT INTO journal VALUES(12,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,2,'{"kind":"findings-recorded","target":2,"round":1,"rules":3,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"},{"id":"unit-cost-jump","severity":"hint","place":{"indicator":0},"trigger":"≥12000 人","slots":{"actual":"10000","amount":"1.000037","factor":"0.2","name":"受益人数","spent":"4.00","year":"2019"},"key":"c176387a1ba7c8bd"}]}','520bceb387dfead8970736f197f2fcb0fa957272285dcc5ad5258ba413eb0db1','482c8fc903de0203409e33efbbb48ac85b84a2fee4dfdef3e8795c546b2432c2');
INSERT INTO journal VALUES(13,1795510800000000,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":1,"link":{"objective":0,"indicator":0,"origin":"confirmed","confidence":100,"by":"全权"}}','482c8fc903de0203409e33efbbb48ac85b84a2fee4dfdef3e8795c546b2432c2','0281c4d8fbe50c8686d5a5a6764f4c482cffbe5bda6e3f52c9894f12a7c467fa');
INSERT INTO journal VALUES(14,1795510800000000,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":1,"link":{"objective":1,"indicator":1,"origin":"rejected","confidence":100,"by":"全权"}}','0281c4d8fbe50c8686d5a5a6764f4c482cffbe5bda6e3f52c9894f12a7c467fa','ede89c05d4c010aa27643d72e6fd74b1abaad9b5b0bae45332442246cab887e4');
INSERT INTO journal VALUES(15,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":1,"rules":3,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":1},"trigger":"培训不少于201人","slots":{"name":"培训不少于201人"},"key":"9ed9e0e331b14ffc"},{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"indicator-orphan","severity":"warning","place":{"indicator":1},"trigger":"培训人数","slots":{"name":"培训人数"},"key":"f4885edba6858b7a"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"},{"id":"unit-cost-jump","severity":"hint","place":{"indicator":0},"trigger":"≥12000 人","slots":{"actual":"10000","amount":"1.000037","factor":"0.2","name":"受益人数","spent":"4.00","year":"2020"},"key":"c176387a1ba7c8bd"}]}','ede89c05d4c010aa27643d72e6fd74b1abaad9b5b0bae45332442246cab887e4','fea3630ec964b418dc019afd66b0abe99864ec77add1ac3cda49787950bddbe8');
INSERT INTO journal VALUES(16,1795510800000000,'全权',NULL,'command-line','prior-match-set',1,2,'{"kind":"prior-match-set","target":2,"round":1,"matched":{"indicator":0,"evaluation":2,"earlier":0,"by":"全权"}}','fea3630ec964b418dc019afd66b0abe99864ec77add1ac3cda49787950bddbe8','9e58d2636540ed4cf0be441b2fa759dffb62d0b6189080efe855e9c914dbbbe0');
INSERT INTO journal VALUES(17,1795510800000000,'全权',NULL,'command-line','target-submitted',1,1,'{"kind":"target-submitted","target":1,"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','9e58d2636540ed4cf0be441b2fa759dffb62d0b6189080efe855e9c914dbbbe0','5076bf1ee92c3fcddafeffe05b1046a8de610ecdac5f1c4048da06827bcae0de');
INSERT INTO journal VALUES(18,1795510800000000,'全权',NULL,'command-line','target-submitted',1,2,'{"kind":"target-submitted","target":2,"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','5076bf1ee92c3fcddafeffe05b1046a8de610ecdac5f1c4048da06827bcae0de','6d29c367258a508095366249d18e52223ae9f3950ed4544841a502e7b2a8e54b');
INSERT INTO journal VALUES(19,1795510800000000,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":1,"stage":"department","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000}}','6d29c367258a508095366249d18e52223ae9f3950ed4544841a502e7b2a8e54b','4ef1ca4c4a757d403974ced137cd15e456d8cdf62ab0e2a8499ea23ed450bc4f');
INSERT INTO journal VALUES(20,1795510800000000,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":1,"stage":"desk","grade":"中","criteria":["中","中","中","中","中","中"],"suggested":"中","verdict":"return","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000},"to":{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}}','4ef1ca4c4a757d403974ced137cd15e456d8cdf62ab0e2a8499ea23ed450bc4f','4f575b0b1c7febdb0f03a3ac9f096437e3c59659fd82c4528d1ea94f7f42ed1d');
INSERT INTO journal VALUES(21,1795510800000000,'全权',NULL,'command-line','submission-received',1,1,'{"kind":"submission-received","target":1,"submission":{"amount":2000037,"objective":"目标1：受益12000人；目标2：培训不少于200人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"202","unit":"人","weight":"15","raw":"≥202人"}],"source":"第2版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"confirmed","confidence":100,"by":"全权"},{"objective":1,"indicator":1,"origin":"suggested","confidence":77,"by":"","grounds":[{"words":["培训"]},{"work":"train"}]}],"from":{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000},"to":{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}}','4f575b0b1c7febdb0f03a3ac9f096437e3c59659fd82c4528d1ea94f7f42ed1d','43ca48366ae9e9929424174190849484e252ad9995a944c8f925ab212e7385e5');
INSERT INTO journal VALUES(22,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":2,"rules":3,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}]}','43ca48366ae9e9929424174190849484e252ad9995a944c8f925ab212e7385e5','5594a14d12cac780c73ed7e5a6885d3d193a76fe08c479fe1e4e8d1afa44e0d8');
INSERT INTO journal VALUES(23,1795510800000000,'全权',NULL,'command-line','target-submitted',1,1,'{"kind":"target-submitted","target":1,"from":{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000},"to":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}}','5594a14d12cac780c73ed7e5a6885d3d193a76fe08c479fe1e4e8d1afa44e0d8','25c7860ddf268714d2b976458a0137d4f68da6edb3daebdc21504b03456940f2');
INSERT INTO journal VALUES(24,1795510800000000,'全权',NULL,'command-line','point-answered',1,1,'{"kind":"point-answered","target":1,"round":2,"review":19,"answered":true}','25c7860ddf268714d2b976458a0137d4f68da6edb3daebdc21504b03456940f2','43b447f89c368419bb310344749f1dcf49f2bd3f9e1bda57c43c178b9af07c52');
INSERT INTO journal VALUES(25,1795510800000000,'全权',NULL,'command-line','target-registered',1,3,'{"kind":"target-registered","target":3,"year":2021,"unit":2,"project":{"code":"53039921T000000101002","name":"校舍维修改造"},"category":"特定目标类项目","procedure":"target-review","prior":[],"to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','43b447f89c368419bb310344749f1dcf49f2bd3f9e1bda57c43c178b9af07c52','5175eb2f356fc0a99d106d0f3f0d2b07e45be9fea6e66ec68a14f09aa8460ea8');
INSERT INTO journal VALUES(26,1795510800000000,'全权',NULL,'command-line','submission-received',1,3,'{"kind":"submission-received","target":3,"submission":{"amount":1000037,"objective":"","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','5175eb2f356fc0a99d106d0f3f0d2b07e45be9fea6e66ec68a14f09aa8460ea8','fc88b5bdd99348c1239995b078fd671e322221b8366226d4c18eb19bbd56ec22');
INSERT INTO journal VALUES(27,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,3,'{"kind":"findings-recorded","target":3,"round":1,"rules":3,"findings":[{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}],"unchecked":[{"id":"objective-uncovered","reason":"objective"},{"id":"indicator-orphan","reason":"objective"},{"id":"below-prior","reason":"prior"},{"id":"far-above-prior","reason":"prior"},{"id":"unit-cost-jump","reason":"prior"},{"id":"unchanged-text","reason":"prior"}]}','fc88b5bdd99348c1239995b078fd671e322221b8366226d4c18eb19bbd56ec22','32c024b06a40f4a646fe198a9efc6cee591005acfd1a507db9fcb2bdb1e89ab3');
INSERT INTO journal VALUES(28,1795510800000000,'全权',NULL,'command-line','finding-waived',1,1,'{"kind":"finding-waived","target":1,"check":"objective-uncovered","key":"cfe19aff989fa38e","reason":"按省定标准"}','32c024b06a40f4a646fe198a9efc6cee591005acfd1a507db9fcb2bdb1e89ab3','e260d158f0f579c20fb2642ddfcd76e8ea052731c16257f2a9b44f8903da84aa');
INSERT INTO journal VALUES(29,1795791197697106,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":2,"stage":"desk","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000},"to":{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795791197697106}}','e260d158f0f579c20fb2642ddfcd76e8ea052731c16257f2a9b44f8903da84aa','b4ccf6fe1ca9799b27f6560d1c942ecd5188db3494e88141bfd9d4c25153fe2d');
INSERT INTO journal VALUES(30,1795791197698719,'全权',NULL,'command-line','act-undone',1,1,'{"kind":"act-undone","target":1,"act":29,"from":{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795791197697106},"to":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}}','b4ccf6fe1ca9799b27f6560d1c942ecd5188db3494e88141bfd9d4c25153fe2d','5eaba0483a93031dbefa4f5e9fbbaea172d4323d393116b8b8b252b1831ab1ff');
INSERT INTO journal VALUES(31,1795791197699539,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":2,"link":{"objective":2,"indicator":1,"origin":"confirmed","confidence":100,"by":"全权"}}','5eaba0483a93031dbefa4f5e9fbbaea172d4323d393116b8b8b252b1831ab1ff','4cbf36f64088baa0fd658c8e7256fa0d256767521cfd5f0e2eea9e266793ddd8');
INSERT INTO journal VALUES(32,1795791197699539,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":2,"rules":3,"findings":[{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}]}','4cbf36f64088baa0fd658c8e7256fa0d256767521cfd5f0e2eea9e266793ddd8','0e40e178a8a7b0928d34dad97237395f51b4821441cda1d38aef22994ea36499');
INSERT INTO journal VALUES(33,1795791197700959,'全权',NULL,'command-line','link-removed',1,1,'{"kind":"link-removed","target":1,"round":2,"objective":2,"indicator":1}','0e40e178a8a7b0928d34dad97237395f51b4821441cda1d38aef22994ea36499','e9ab53cc8258b4b4090163e02d507ace20f658f817dd017733188fe990fdc464');
INSERT INTO journal VALUES(34,1795791197700959,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":2,"rules":3,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}]}','e9ab53cc8258b4b4090163e02d507ace20f658f817dd017733188fe990fdc464','427dd5997f3c67af6417d49f2cd9e8c691501c17b1f23cb40fb288902ef7b465');
INSERT INTO journal VALUES(35,1795791197702054,'全权',NULL,'command-line','target-withdrawn',1,2,'{"kind":"target-withdrawn","target":2,"reason":"项目取消","from":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197702054}}','427dd5997f3c67af6417d49f2cd9e8c691501c17b1f23cb40fb288902ef7b465','c69f973eaee245ebe48ecf933764e43913892b561b502125f2ae043e69a4dd3b');
INSERT INTO journal VALUES(36,1795791197702798,'全权',NULL,'command-line','submission-received',1,2,'{"kind":"submission-received","target":2,"submission":{"amount":3000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"203","unit":"人","weight":"15","raw":"≥203人"}],"source":"第3版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":77,"by":"","grounds":[{"words":["培训"]},{"work":"train"}]}],"from":{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197702054},"to":{"state":"withdrawn","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197702054}}','c69f973eaee245ebe48ecf933764e43913892b561b502125f2ae043e69a4dd3b','11bea6190793e5eee2f77b8fc9d55743fd427ea4c1e2dad3546e8b1c985a335e');
INSERT INTO journal VALUES(37,1795791197702798,'全权',NULL,'command-line','prior-match-set',1,2,'{"kind":"prior-match-set","target":2,"round":2,"matched":{"indicator":0,"evaluation":2,"earlier":0,"by":"全权"}}','11bea6190793e5eee2f77b8fc9d55743fd427ea4c1e2dad3546e8b1c985a335e','004a4ef4941a8cfcc93e7b3c333d8c6d0b8d435ce04c3e6d142140348d42b5cd');
INSERT INTO journal VALUES(38,1795791197702798,'全权',NULL,'command-line','findings-recorded',1,2,'{"kind":"findings-recorded","target":2,"round":2,"rules":3,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}]}','004a4ef4941a8cfcc93e7b3c333d8c6d0b8d435ce04c3e6d142140348d42b5cd','65422f113ea1bbaa03e3e903da3610649a98e2a4aa1ac1bcd69c8cdbe9afcd72');
INSERT INTO journal VALUES(39,1795791197705993,'全权',NULL,'command-line','submission-received',1,3,'{"kind":"submission-received","target":3,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":95,"by":"","grounds":[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]}],"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','65422f113ea1bbaa03e3e903da3610649a98e2a4aa1ac1bcd69c8cdbe9afcd72','f7cd89fcaf0105aa6f93d9f27d5e4cec2e6b79139455574e59ba3cf605dbfb2a');
INSERT INTO journal VALUES(40,1795791197705993,'全权',NULL,'command-line','findings-recorded',1,3,'{"kind":"findings-recorded","target":3,"round":2,"rules":3,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}],"unchecked":[{"id":"below-prior","reason":"prior"},{"id":"far-above-prior","reason":"prior"},{"id":"unit-cost-jump","reason":"prior"},{"id":"unchanged-text","reason":"prior"}]}','f7cd89fcaf0105aa6f93d9f27d5e4cec2e6b79139455574e59ba3cf605dbfb2a','119ea04665b4b7df6b5011b85522f91c32219dc1d45ebbefb83b67294076a8c2');
INSERT INTO journal VALUES(41,1795791197708310,'全权',NULL,'command-line','target-submitted',1,3,'{"kind":"target-submitted","target":3,"from":{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197708310}}','119ea04665b4b7df6b5011b85522f91c32219dc1d45ebbefb83b67294076a8c2','a2e23e2013cf4dfc89e9d468008402f39d2f490a03ceea5e02e45eba9e683e71');
INSERT INTO journal VALUES(42,1795791197708964,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"department","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197708310},"to":{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197708964}}','a2e23e2013cf4dfc89e9d468008402f39d2f490a03ceea5e02e45eba9e683e71','c1ab7039313eb34f0b208e5302879bcb0c012aabef5a64121895b16103c7b191');
INSERT INTO journal VALUES(43,1795791197709697,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"desk","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197708964},"to":{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197709697}}','c1ab7039313eb34f0b208e5302879bcb0c012aabef5a64121895b16103c7b191','037737c194315cb68edd014eea1b2b96d42009a065cb4a396f9d0d93cb863e90');
INSERT INTO journal VALUES(44,1795791197710385,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"performance","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197709697},"to":{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197710385}}','037737c194315cb68edd014eea1b2b96d42009a065cb4a396f9d0d93cb863e90','de0a63966fd65a7f6341529a0abeabefa399a0566fe827d48f09fcac88c48437');
INSERT INTO journal VALUES(45,1795791197711126,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"budget","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197710385},"to":{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197711126}}','de0a63966fd65a7f6341529a0abeabefa399a0566fe827d48f09fcac88c48437','706d77130fa9994367670839beed8544d2d063cbee8cdc6432d1b0e69e623000');
INSERT INTO journal VALUES(46,1795791197711851,'全权',NULL,'command-line','user-added',1,NULL,'{"kind":"user-added","user":{"name":"主任","login":null,"grants":[{"role":"chair","scope":"county"}]}}','706d77130fa9994367670839beed8544d2d063cbee8cdc6432d1b0e69e623000','38ca9572cdbe33689d2953a658ac660077589e4ccf68921c69259c6632f1a445');
INSERT INTO journal VALUES(47,1795791197712346,'全权',NULL,'command-line','user-added',1,NULL,'{"kind":"user-added","user":{"name":"记录","login":null,"grants":[{"role":"recorder","scope":"county"}]}}','38ca9572cdbe33689d2953a658ac660077589e4ccf68921c69259c6632f1a445','ba27e7a7dc56f26c27dc8adb0bac5175dc145e60f522932e2320f0c5eda76ad3');
INSERT INTO journal VALUES(48,1795791197712764,'全权',NULL,'command-line','user-added',1,NULL,'{"kind":"user-added","user":{"name":"委员","login":null,"grants":[{"role":"panel","scope":"county"}]}}','ba27e7a7dc56f26c27dc8adb0bac5175dc145e60f522932e2320f0c5eda76ad3','4d3e92ceeb4558f1804737aa05a43783c1a896c58f11ebecd3ef15c3b0fb966f');
INSERT INTO journal VALUES(49,1795791197713181,'全权',NULL,'command-line','session-created',1,NULL,'{"kind":"session","session":1,"act":"created","name":"第一次会审","day":null,"quorum":[2,3],"minutes":30}','4d3e92ceeb4558f1804737aa05a43783c1a896c58f11ebecd3ef15c3b0fb966f','55b69291e15a4c67dd810c4ef9de2e66db1ee29152e316e335f0200f9a1cdc70');
INSERT INTO journal VALUES(50,1795791197713779,'全权',NULL,'command-line','session-seated',1,NULL,'{"kind":"session","session":1,"act":"seated","user":"主任","seat":"chair"}','55b69291e15a4c67dd810c4ef9de2e66db1ee29152e316e335f0200f9a1cdc70','397b1a5138dbe809b2b4459b97535e5437673212e70bfd8438c25b124e683124');
INSERT INTO journal VALUES(51,1795791197714461,'全权',NULL,'command-line','session-seated',1,NULL,'{"kind":"session","session":1,"act":"seated","user":"记录","seat":"recorder"}','397b1a5138dbe809b2b4459b97535e5437673212e70bfd8438c25b124e683124','80de27bd8c3836c7d59f12f48cbdc0c14205a2a443ca98305b93fc71ed433ac1');
INSERT INTO journal VALUES(52,1795791197715000,'全权',NULL,'command-line','session-seated',1,NULL,'{"kind":"session","session":1,"act":"seated","user":"委员","seat":"panel"}','80de27bd8c3836c7d59f12f48cbdc0c14205a2a443ca98305b93fc71ed433ac1','1c2d8ade7ec8765401d2fd5f5bc19f32af4c4dcbd08019bffcc7b2ffad2def34');
INSERT INTO journal VALUES(53,1795791197715502,'全权',NULL,'command-line','session-items-added',1,NULL,'{"kind":"session","session":1,"act":"items-added","targets":[3]}','1c2d8ade7ec8765401d2fd5f5bc19f32af4c4dcbd08019bffcc7b2ffad2def34','67e4a19e57f22a93c571b41b84fcac7832bba77eca36237227c57fbae340dabd');
INSERT INTO journal VALUES(54,1795791197716184,'主任',NULL,'command-line','session-opened',1,NULL,'{"kind":"session","session":1,"act":"opened","present":["主任","委员"],"quorum":{"entitled":1,"present":1,"needed":1}}','67e4a19e57f22a93c571b41b84fcac7832bba77eca36237227c57fbae340dabd','42dcce5e978220474fd8a215c79d0f143ce93743b390856ad6f8cdbd75090449');
INSERT INTO journal VALUES(55,1795791197716184,'主任',NULL,'command-line','session-called',1,NULL,'{"kind":"session","session":1,"act":"called","target":3}','42dcce5e978220474fd8a215c79d0f143ce93743b390856ad6f8cdbd75090449','b3bf7692fe7b2d52360a47194c9549f6dce6f1fe8c6ad23326737c2af6e604fc');
INSERT INTO journal VALUES(56,1795791197716823,'委员',NULL,'command-line','session-sealed',1,NULL,'{"kind":"session","session":1,"act":"sealed","target":3,"ballot":1,"member":"委员","commitment":"5b857b0eb752a83fc9f7f2bf2012c6c5d5fc774148163dc07739253fdf446134"}','b3bf7692fe7b2d52360a47194c9549f6dce6f1fe8c6ad23326737c2af6e604fc','0bda9095849faa68ae1d442edbe4f1bbe8b4fd000ebb9a880dda3814d1b29cf5');
INSERT INTO journal VALUES(57,1795791197717505,'主任',NULL,'command-line','session-revealed',1,3,'{"kind":"session","session":1,"act":"revealed","target":3,"ballot":1,"ballots":[{"member":"委员","grade":"良","criteria":["良","良","良","良","良","良"],"opinion":"同意。","salt":"00000000000000000000000000000001"}],"quorum":{"entitled":1,"present":1,"needed":1}}','0bda9095849faa68ae1d442edbe4f1bbe8b4fd000ebb9a880dda3814d1b29cf5','2dc5ad9629bab2888fbdaf157a9aee7f2ca2d7aeb858d8147480b79d6956754f');
INSERT INTO journal VALUES(58,1795791197718256,'主任',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"joint","grade":"良","criteria":[],"suggested":null,"verdict":"decide","opinion":"会审评定为良。","reason":""},"from":{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197711126},"to":{"state":"negotiating","stage":null,"round":2,"returns":0,"answered":2,"resume":null,"grade":"良","due":"2026-12-04","since":1795791197718256}}','2dc5ad9629bab2888fbdaf157a9aee7f2ca2d7aeb858d8147480b79d6956754f','a998c07de402276068b8269861535c68c1565081150376e51f8e03966561494a');
INSERT INTO journal VALUES(59,1795791197718256,'主任',NULL,'command-line','session-decided',1,NULL,'{"kind":"session","session":1,"act":"decided","target":3,"grade":"良","opinion":"会审评定为良。","due":null,"consent":false,"quorum":{"entitled":1,"present":1,"needed":1}}','a998c07de402276068b8269861535c68c1565081150376e51f8e03966561494a','d56024b7ad5bb3c9e67ef47f7021c0380424ba2cc7d910aa0d05615985533fe4');
INSERT INTO journal VALUES(60,1795791197719567,'主任',NULL,'command-line','session-closed',1,NULL,'{"kind":"session","session":1,"act":"closed"}','d56024b7ad5bb3c9e67ef47f7021c0380424ba2cc7d910aa0d05615985533fe4','5fbc41e7f29fa248a0d5caef5c13b165a67b2c8700fa8183d88c33d67eaaf028');
INSERT INTO journal VALUES(61,1795791197720111,'全权',NULL,'command-line','session-created',1,NULL,'{"kind":"session","session":2,"act":"created","name":"第二次会审","day":null,"quorum":[2,3],"minutes":30}','5fbc41e7f29fa248a0d5caef5c13b165a67b2c8700fa8183d88c33d67eaaf028','471d40778a40b73f31aedc0cfdb84d61633268b166b674a776254834a08bdd94');
INSERT INTO journal VALUES(62,1795791197720749,'全权',NULL,'command-line','finding-waived',1,3,'{"kind":"finding-waived","target":3,"check":"objective-uncovered","key":"cfe19aff989fa38e","reason":"已核对"}','471d40778a40b73f31aedc0cfdb84d61633268b166b674a776254834a08bdd94','1d5428911fb9d389709f2dabcb42c396f2e645b568a5cba6a155edbfbc97a6b2');
INSERT INTO journal VALUES(63,1795791197721466,'全权',NULL,'command-line','target-registered',1,4,'{"kind":"target-registered","target":4,"year":2021,"unit":1,"project":{"code":null,"name":"农村饮水安全"},"category":"特定目标类项目","procedure":"target-review","prior":[],"to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197721466}}','1d5428911fb9d389709f2dabcb42c396f2e645b568a5cba6a155edbfbc97a6b2','9f0df1eaae86489feb17a539da221bfad96cf7039041913684bda7d37b5f9c79');
INSERT INTO journal VALUES(64,1795791197721466,'全权',NULL,'command-line','submission-received',1,4,'{"kind":"submission-received","target":4,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":95,"by":"","grounds":[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]}],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197721466},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197721466}}','9f0df1eaae86489feb17a539da221bfad96cf7039041913684bda7d37b5f9c79','f35d43d78473fe8c9937807e3642d90f0acea32a763ca88539839945460805ae');
INSERT INTO journal VALUES(65,1795791197721466,'全权',NULL,'command-line','findings-recorded',1,4,'{"kind":"findings-recorded","target":4,"round":1,"rules":3,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}],"unchecked":[{"id":"below-prior","reason":"prior"},{"id":"far-above-prior","reason":"prior"},{"id":"unit-cost-jump","reason":"prior"},{"id":"unchanged-text","reason":"prior"}]}','f35d43d78473fe8c9937807e3642d90f0acea32a763ca88539839945460805ae','b79e654e244ad40f35e07f0af7f2c70fd38f16dbbd6ba2739ee96808705694ae');
INSERT INTO journal VALUES(66,1795791197724877,'全权',NULL,'command-line','target-submitted',1,4,'{"kind":"target-submitted","target":4,"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197721466},"to":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197724877}}','b79e654e244ad40f35e07f0af7f2c70fd38f16dbbd6ba2739ee96808705694ae','d0d7c2a6be6bfd2539aadeb906970e9c00f408ea32ca69ee3694e02a13e453e0');
INSERT INTO journal VALUES(67,1795791197724877,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"department","grade":"优","criteria":["优","优","优","优","优","优"],"suggested":"优","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197724877},"to":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877}}','d0d7c2a6be6bfd2539aadeb906970e9c00f408ea32ca69ee3694e02a13e453e0','6c7fcdf97cd96a8d14eba0fd1434775f5a22ebe2119d7b2af31ba4b4c069b64a');
INSERT INTO journal VALUES(68,1795791197724877,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"desk","grade":"优","criteria":["优","优","优","优","优","优"],"suggested":"优","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877},"to":{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877}}','6c7fcdf97cd96a8d14eba0fd1434775f5a22ebe2119d7b2af31ba4b4c069b64a','f62b783033e70568d4d5d9f77649cc86e4cbf0e5f24b0c74d8ea90cc6b8dc625');
INSERT INTO journal VALUES(69,1795791197724877,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"performance","grade":"优","criteria":["优","优","优","优","优","优"],"suggested":"优","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877},"to":{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877}}','f62b783033e70568d4d5d9f77649cc86e4cbf0e5f24b0c74d8ea90cc6b8dc625','af926e636e2062dd78d0221bf6be986a3534768bd406d5cd7342f70f23945e2d');
INSERT INTO journal VALUES(70,1795791197724877,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"budget","grade":"优","criteria":["优","优","优","优","优","优"],"suggested":"优","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877},"to":{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877}}','af926e636e2062dd78d0221bf6be986a3534768bd406d5cd7342f70f23945e2d','7fff12b0291d9d9db98d01e5f7b8c07040b38de2c2db359c3ad7e333655731cb');
INSERT INTO journal VALUES(71,1795791197724877,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"joint","grade":"优","criteria":[],"suggested":null,"verdict":"decide","opinion":"同意。","reason":""},"from":{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877},"to":{"state":"budgeted","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877}}','7fff12b0291d9d9db98d01e5f7b8c07040b38de2c2db359c3ad7e333655731cb','4fe1bac61b2ab585cfbefcab28af7e67251dbe5517e8516dea8aa966237f5544');
INSERT INTO journal VALUES(72,1795791197726660,'全权',NULL,'command-line','evaluations-opened',1,NULL,'{"kind":"execution","act":"evaluations-opened","year":2021,"approved":"2022-08-19","due":"2022-09-19"}','4fe1bac61b2ab585cfbefcab28af7e67251dbe5517e8516dea8aa966237f5544','7984ef1d08bdcf8c3e42e3872dc57b5248fa37c48cbd82eb75d2c6f6f22e644c');
INSERT INTO journal VALUES(73,1795791197727756,'全权',NULL,'command-line','monitoring-filled',1,4,'{"kind":"execution","act":"monitoring-filled","target":4,"monitoring":{"period":"jul","budget":1000000,"executed":600000,"indicators":[{"value":"3000","likelihood":"certain"},{"value":"","likelihood":"certain"}]},"light":"red","late":1932}','7984ef1d08bdcf8c3e42e3872dc57b5248fa37c48cbd82eb75d2c6f6f22e644c','51f00b85f59a6a32ab92467f4576bd6f72a40b0824c995e555d5bd619614c13c');
INSERT INTO journal VALUES(74,1795791197727756,'全权',NULL,'command-line','warning-raised',1,4,'{"kind":"execution","act":"warning-raised","target":4,"period":"jul","warning":"late"}','51f00b85f59a6a32ab92467f4576bd6f72a40b0824c995e555d5bd619614c13c','6c48ee426e7fc55c27f82d2ec2e7e80135106c70defb4f09a0dd5109d1d44070');
INSERT INTO journal VALUES(75,1795791197727756,'全权',NULL,'command-line','warning-corrected',1,4,'{"kind":"execution","act":"warning-corrected","target":4,"period":"jul","warning":"late"}','6c48ee426e7fc55c27f82d2ec2e7e80135106c70defb4f09a0dd5109d1d44070','1612b0c175b8e14230f703e7da5ae67d76ad5328b05061eb53512f1ecfb6d603');
INSERT INTO journal VALUES(76,1795791197727756,'全权',NULL,'command-line','warning-raised',1,4,'{"kind":"execution","act":"warning-raised","target":4,"period":"jul","warning":"blank","places":[1]}','1612b0c175b8e14230f703e7da5ae67d76ad5328b05061eb53512f1ecfb6d603','5adad02ceba9864751b045c658adc67505ba620675aa9ffd3a1a4e35792be00b');
INSERT INTO journal VALUES(77,1795791197727756,'全权',NULL,'command-line','warning-raised',1,4,'{"kind":"execution","act":"warning-raised","target":4,"period":"jul","warning":"reason","places":[0]}','5adad02ceba9864751b045c658adc67505ba620675aa9ffd3a1a4e35792be00b','ba4f58f73e57a22610325b949ae1271585f4525d81ad607bbfa71a3c4ac587f5');
INSERT INTO journal VALUES(78,1795791197729075,'全权',NULL,'command-line','monitoring-disposed',1,4,'{"kind":"execution","act":"monitoring-disposed","target":4,"period":"jul","disposal":"adjust","opinion":"请调整","due":null}','ba4f58f73e57a22610325b949ae1271585f4525d81ad607bbfa71a3c4ac587f5','f9b74d4a1c087720a32153b852b9a8ab0e75a6f5fe350538f8f2390918273c5a');
INSERT INTO journal VALUES(79,1795791197729681,'全权',NULL,'command-line','monitoring-rectified',1,4,'{"kind":"execution","act":"monitoring-rectified","target":4,"period":"jul","text":"已补发"}','f9b74d4a1c087720a32153b852b9a8ab0e75a6f5fe350538f8f2390918273c5a','277fbc63791177a994ea211ab31bcb7427820dff857756017150fdfa9339a55b');
INSERT INTO journal VALUES(80,1795791197730219,'全权',NULL,'command-line','evaluation-recorded',1,NULL,'{"kind":"evaluation-recorded","id":3,"unit":1,"evaluation":{"unit":{"code":"101001","name":"县教育体育局"},"project":{"code":null,"name":"农村饮水安全"},"year":2021,"kind":"self","budget":1000000,"executed":950000,"score":"99.5","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","target":"12000","unit":"人","actual":"12000","weight":"45","score":"45","reason":null},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","target":"201","unit":"人","actual":"201","weight":"45","score":"45","reason":null}]},"replaces":null,"of":[],"details":{"outcome":"全部完成。"}}','277fbc63791177a994ea211ab31bcb7427820dff857756017150fdfa9339a55b','e427b138861daac6f1d448301c51e1cc982d40fab30bbf402259d99ba68eb550');
INSERT INTO journal VALUES(81,1795791197733490,'全权',NULL,'command-line','evaluation-judged',1,4,'{"kind":"execution","act":"evaluation-judged","evaluation":3,"target":4,"accepted":true,"opinion":"同意"}','e427b138861daac6f1d448301c51e1cc982d40fab30bbf402259d99ba68eb550','d012b3a3a121dfa54f06d316b2d985199d750cf0bbf21079cddfbaf29b818df2');
INSERT INTO journal VALUES(82,1795791197734109,'全权',NULL,'command-line','assessment-registered',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-registered","year":2021,"unit":1,"project":{"code":null,"name":"智慧校园建设项目"},"category":"特定目标类项目","to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197734109}}','d012b3a3a121dfa54f06d316b2d985199d750cf0bbf21079cddfbaf29b818df2','f87879546bef181c92f25ac389e548a5f7ac2cfd4778026f476c6581b9c66df2');
INSERT INTO journal VALUES(83,1795791197734109,'全权',NULL,'command-line','assessment-filled',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-filled","form":{"amount":680000000,"summary":"建设智慧教室","items":[{"item":"basis","score":"4","evidence":"实施方案"},{"item":"need","score":"4","evidence":"实施方案"},{"item":"duty","score":"4","evidence":"实施方案"},{"item":"public","score":"4","evidence":"实施方案"},{"item":"estimate","score":"4","evidence":"实施方案"},{"item":"cost","score":"4","evidence":"实施方案"},{"item":"output","score":"4","evidence":"实施方案"},{"item":"repeat","score":"4","evidence":"实施方案"},{"item":"clear","score":"4","evidence":"实施方案"},{"item":"matching","score":"4","evidence":"实施方案"},{"item":"measured","score":"4","evidence":"实施方案"},{"item":"reachable","score":"4","evidence":"实施方案"},{"item":"content","score":"4","evidence":"实施方案"},{"item":"organisation","score":"4","evidence":"实施方案"},{"item":"schedule","score":"4","evidence":"实施方案"},{"item":"risk","score":"4","evidence":"实施方案"},{"item":"source","score":"4","evidence":"实施方案"},{"item":"capacity","score":"4","evidence":"实施方案"},{"item":"matching-funds","score":"4","evidence":"实施方案"},{"item":"debt","score":"4","evidence":"实施方案"}]},"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197734109},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197734109}}','f87879546bef181c92f25ac389e548a5f7ac2cfd4778026f476c6581b9c66df2','5ae2682df2de23b74679c5fe32f537989ec8146b42b5b6ac33c6a78b1462cbbf');
INSERT INTO journal VALUES(84,1795791197735356,'全权',NULL,'command-line','assessment-submitted',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-submitted","from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197734109},"to":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197735356}}','5ae2682df2de23b74679c5fe32f537989ec8146b42b5b6ac33c6a78b1462cbbf','c81d1f155d2dc03635c4d982ddc833b5816353c1b9f64f765ccdf266d82059c7');
INSERT INTO journal VALUES(85,1795791197736017,'全权',NULL,'command-line','assessment-undone',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-undone","undone":84,"from":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197735356},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197734109}}','c81d1f155d2dc03635c4d982ddc833b5816353c1b9f64f765ccdf266d82059c7','e960f059e2cc8b57980394851686e1dc1be74ab0e539fe7ef7585b20dc25a1a2');
INSERT INTO journal VALUES(86,1795791197736662,'全权',NULL,'command-line','assessment-submitted',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-submitted","from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197734109},"to":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197736662}}','e960f059e2cc8b57980394851686e1dc1be74ab0e539fe7ef7585b20dc25a1a2','a5ccb7bf9e6793e217def8223eb7a93f3a35557d9760e34e2d36ff735b2cfe7b');
INSERT INTO journal VALUES(87,1795791197737275,'全权',NULL,'command-line','assessment-reviewed',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-reviewed","review":{"round":1,"stage":"desk","scores":["4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4"],"total":"80","suggested":"adjust","verdict":"pass","opinion":"测算需再核"},"from":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197736662},"to":{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197737275}}','a5ccb7bf9e6793e217def8223eb7a93f3a35557d9760e34e2d36ff735b2cfe7b','39af020164af403c39d35b38b756bb5fe5cc49f979b66ad15739ec94ec50de46');
INSERT INTO journal VALUES(88,1795791197737994,'全权',NULL,'command-line','assessment-reviewed',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-reviewed","review":{"round":1,"stage":"budget","scores":["4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4"],"total":"80","suggested":"adjust","conclusion":"adjust","verdict":"conclude","opinion":"压减设备投入"},"from":{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197737275},"to":{"state":"adjusting","stage":null,"round":1,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795791197737994}}','39af020164af403c39d35b38b756bb5fe5cc49f979b66ad15739ec94ec50de46','353a7be96fe414db8fb8b962b12ae60e3c3f3df41ce8cd9e8d542c4c5f811d60');
INSERT INTO journal VALUES(89,1795791197738732,'全权',NULL,'command-line','assessment-filled',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-filled","form":{"amount":680000000,"summary":"建设智慧教室","items":[{"item":"basis","score":"5","evidence":"实施方案"},{"item":"need","score":"5","evidence":"实施方案"},{"item":"duty","score":"5","evidence":"实施方案"},{"item":"public","score":"5","evidence":"实施方案"},{"item":"estimate","score":"5","evidence":"实施方案"},{"item":"cost","score":"5","evidence":"实施方案"},{"item":"output","score":"5","evidence":"实施方案"},{"item":"repeat","score":"5","evidence":"实施方案"},{"item":"clear","score":"5","evidence":"实施方案"},{"item":"matching","score":"5","evidence":"实施方案"},{"item":"measured","score":"5","evidence":"实施方案"},{"item":"reachable","score":"5","evidence":"实施方案"},{"item":"content","score":"5","evidence":"实施方案"},{"item":"organisation","score":"5","evidence":"实施方案"},{"item":"schedule","score":"5","evidence":"实施方案"},{"item":"risk","score":"5","evidence":"实施方案"},{"item":"source","score":"5","evidence":"实施方案"},{"item":"capacity","score":"5","evidence":"实施方案"},{"item":"matching-funds","score":"5","evidence":"实施方案"},{"item":"debt","score":"5","evidence":"实施方案"}],"rectified":"已压减设备投入"},"from":{"state":"adjusting","stage":null,"round":1,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795791197737994},"to":{"state":"adjusting","stage":null,"round":2,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795791197737994}}','353a7be96fe414db8fb8b962b12ae60e3c3f3df41ce8cd9e8d542c4c5f811d60','0dc567a4517a8097d271a3cf1c06a39068e4e0dc38aaef57f583e2a64284d108');
INSERT INTO journal VALUES(90,1795791197739615,'全权',NULL,'command-line','assessment-submitted',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-submitted","from":{"state":"adjusting","stage":null,"round":2,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795791197737994},"to":{"state":"pending","stage":"desk","round":2,"returns":0,"answered":1,"resume":null,"grade":null,"due":null,"since":1795791197739615}}','0dc567a4517a8097d271a3cf1c06a39068e4e0dc38aaef57f583e2a64284d108','06dfde90d2ee8d83f236f73fa65fc417e4f836c65840b2b28144d3932760d7dc');
INSERT INTO journal VALUES(91,1795791197740237,'全权',NULL,'command-line','assessment-registered',1,NULL,'{"kind":"assessment","assessment":2,"act":"assessment-registered","year":2021,"unit":2,"project":{"code":null,"name":"水库除险加固工程"},"category":"特定目标类项目","to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197740237}}','06dfde90d2ee8d83f236f73fa65fc417e4f836c65840b2b28144d3932760d7dc','85ff29591bf1de3a475990df217b212093099f4676aa5388bb1a07d36d04c0f9');
INSERT INTO journal VALUES(92,1795791197740237,'全权',NULL,'command-line','assessment-filled',1,NULL,'{"kind":"assessment","assessment":2,"act":"assessment-filled","form":{"amount":680000000,"summary":"建设智慧教室","items":[{"item":"basis","score":"3","evidence":"实施方案"},{"item":"need","score":"3","evidence":"实施方案"},{"item":"duty","score":"3","evidence":"实施方案"},{"item":"public","score":"3","evidence":"实施方案"},{"item":"estimate","score":"3","evidence":"实施方案"},{"item":"cost","score":"3","evidence":"实施方案"},{"item":"output","score":"3","evidence":"实施方案"},{"item":"repeat","score":"3","evidence":"实施方案"},{"item":"clear","score":"3","evidence":"实施方案"},{"item":"matching","score":"3","evidence":"实施方案"},{"item":"measured","score":"3","evidence":"实施方案"},{"item":"reachable","score":"3","evidence":"实施方案"},{"item":"content","score":"3","evidence":"实施方案"},{"item":"organisation","score":"3","evidence":"实施方案"},{"item":"schedule","score":"3","evidence":"实施方案"},{"item":"risk","score":"3","evidence":"实施方案"},{"item":"source","score":"3","evidence":"实施方案"},{"item":"capacity","score":"3","evidence":"实施方案"},{"item":"matching-funds","score":"3","evidence":"实施方案"},{"item":"debt","score":"3","evidence":"实施方案"}]},"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197740237},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197740237}}','85ff29591bf1de3a475990df217b212093099f4676aa5388bb1a07d36d04c0f9','9a603e45e637fba8e690643e6c6ee442a4d1adb808d968f47c53f8bcc04433f3');
INSERT INTO journal VALUES(93,1795791197741145,'全权',NULL,'command-line','assessment-withdrawn',1,NULL,'{"kind":"assessment","assessment":2,"act":"assessment-withdrawn","reason":"缓建","from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197740237},"to":{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197741145}}','9a603e45e637fba8e690643e6c6ee442a4d1adb808d968f47c53f8bcc04433f3','de9d3d2326df60cf5de46ed332ce710d84b07abc2adf64d808401dd09831add6');
INSERT INTO journal VALUES(94,1795791197743759,'全权',NULL,'command-line','user-key-set',1,NULL,'{"kind":"user-key-set","user":"教科文股经办","key":{"algorithm":"ssh-ed25519","blob":"AAAAC3NzaC1lZDI1NTE5AAAAILNDQcfj2TGKOIT9MsfPyCcoCRhCF6QADPb5NKpKxHhX","comment":"经办"}}','de9d3d2326df60cf5de46ed332ce710d84b07abc2adf64d808401dd09831add6','241673d0e09cfefdf6538959b41138d4d315dd25b3a5e4a562b5038d32cbc84f');
INSERT INTO journal VALUES(95,1795791197744504,'全权',NULL,'command-line','user-disabled',1,NULL,'{"kind":"user-disabled","user":"教科文股经办","reason":"调离"}','241673d0e09cfefdf6538959b41138d4d315dd25b3a5e4a562b5038d32cbc84f','92caa4177be8428e2e646084e7638d4c9598c393005e3b1e2c8fe0b8611d7a1b');
INSERT INTO journal VALUES(96,1795791197744981,'全权',NULL,'command-line','user-enabled',1,NULL,'{"kind":"user-enabled","user":"教科文股经办"}','92caa4177be8428e2e646084e7638d4c9598c393005e3b1e2c8fe0b8611d7a1b','5dce38b87442bacdd4227031e5e4ea53428d84b19a4d2bb5e56e15d589237b64');
INSERT INTO journal VALUES(97,1795791197745412,'全权',NULL,'command-line','library-set',1,NULL,'{"kind":"library-set","standards":[{"field":"教育","l1":"产出指标","l2":"数量指标","name":"受益学生人数","sign":"≥","unit":"人","aliases":["资助学生人数"]}]}','5dce38b87442bacdd4227031e5e4ea53428d84b19a4d2bb5e56e15d589237b64','0811a7931573c76e0079cf21bce099ef592e4131427d85d3a1b754e66b0d7f99');
INSERT INTO journal VALUES(98,1795791197746406,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":1,"contents":{"register":"document","number":"师财绩〔2020〕2号","title":"第1件","issuers":["县财政局","县审计局"],"issued":"2020-03-02","kind":"measures","level":"county","scope":"范围0","address":"http://www.example.gov.cn/0"}}','0811a7931573c76e0079cf21bce099ef592e4131427d85d3a1b754e66b0d7f99','01c1d6220c0f1db6e0bef1ed4cce95305ccaae9b18f924327d0f38d023289fef');
INSERT INTO journal VALUES(99,1795791197747271,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":1,"contents":{"register":"document","number":"师财绩〔2020〕2号","title":"第1件","issuers":["县财政局","县审计局"],"issued":"2020-03-02","kind":"measures","level":"county","scope":"范围1","address":"http://www.example.gov.cn/1"},"reason":"核对后更正"}','01c1d6220c0f1db6e0bef1ed4cce95305ccaae9b18f924327d0f38d023289fef','eb9cec247cd5111a87f43eda6565916a12af77e923962163e51a37bac9ba48e7');
INSERT INTO journal VALUES(100,1795791197748010,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":2,"contents":{"register":"group","post":"岗位1","duty":"member","organisation":"","work":"职责0"}}','eb9cec247cd5111a87f43eda6565916a12af77e923962163e51a37bac9ba48e7','712269311915fab28c3c6163e37c5dc0b902aac2e3f9b255ae072033eb63959a');
INSERT INTO journal VALUES(101,1795791197748539,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":2,"contents":{"register":"group","post":"岗位1","duty":"member","organisation":"","work":"职责1"},"reason":"核对后更正"}','712269311915fab28c3c6163e37c5dc0b902aac2e3f9b255ae072033eb63959a','63b27265b18f0c94149f54fa2f0be6ea3ba2002c8736c9a8a1cb854a05f8c4f2');
INSERT INTO journal VALUES(102,1795791197749151,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":3,"contents":{"register":"window","year":2020,"content":"self-evaluations","from":"2020-02-11","to":"2020-02-20","address":"http://www.example.gov.cn/0"}}','63b27265b18f0c94149f54fa2f0be6ea3ba2002c8736c9a8a1cb854a05f8c4f2','a1a36d350c9eebc11c3237fa16963b5ff8968add530e86ca722c55a2d402c9e6');
INSERT INTO journal VALUES(103,1795791197749708,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":3,"contents":{"register":"window","year":2020,"content":"self-evaluations","from":"2020-02-11","to":"2020-02-21","address":"http://www.example.gov.cn/1"},"reason":"核对后更正"}','a1a36d350c9eebc11c3237fa16963b5ff8968add530e86ca722c55a2d402c9e6','a789bba206d847bb82dd455cf85418fda1833aeb4c705ed6de029f5f13049702');
INSERT INTO journal VALUES(104,1795791197750346,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":4,"unit":2,"contents":{"register":"disclosure","year":2020,"content":"self-evaluations","unit":{"code":"401001","name":"县水务局"},"published":"2020-02-20","address":"http://www.example.gov.cn/0"}}','a789bba206d847bb82dd455cf85418fda1833aeb4c705ed6de029f5f13049702','9b919da5d435fa8d09ac67dc2ecdd5cab23df69c81e305d823d00c27588648cc');
INSERT INTO journal VALUES(105,1795791197751102,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":4,"unit":2,"contents":{"register":"disclosure","year":2020,"content":"self-evaluations","unit":{"code":"401001","name":"县水务局"},"published":"2020-02-21","address":"http://www.example.gov.cn/1"},"reason":"核对后更正"}','9b919da5d435fa8d09ac67dc2ecdd5cab23df69c81e305d823d00c27588648cc','9064d4c123dd60f13b175da50d887fd0bb14a87f2df8ac0fbe83906b09420aca');
INSERT INTO journal VALUES(106,1795791197751818,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":5,"contents":{"register":"allocation","year":2020,"kind":"poverty","number":"师财农〔2020〕1号","title":"第1件","issued":"2020-03-02","amount":1500000}}','9064d4c123dd60f13b175da50d887fd0bb14a87f2df8ac0fbe83906b09420aca','30c6c5ac4dafb6e811a95792fa76c03118c55dc6c8cc405c2aa11a992f5fbb55');
INSERT INTO journal VALUES(107,1795791197752422,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":5,"contents":{"register":"allocation","year":2020,"kind":"poverty","number":"师财农〔2020〕1号","title":"第1件","issued":"2020-03-02","amount":2500000},"reason":"核对后更正"}','30c6c5ac4dafb6e811a95792fa76c03118c55dc6c8cc405c2aa11a992f5fbb55','ca0b8768065f5d50317006c52c4c8b4898e808402bf47a95558cbd1bfbfabf3b');
INSERT INTO journal VALUES(108,1795791197753101,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":6,"unit":2,"contents":{"register":"poverty","year":2020,"unit":{"code":"401001","name":"县水务局"},"project":"项目1","amount":1500000,"number":"师财农〔2020〕1号","filled":"2020-03-05"}}','ca0b8768065f5d50317006c52c4c8b4898e808402bf47a95558cbd1bfbfabf3b','fa87caa14fcf2ed27b2442afc3aa9e2725552642b95d1b9684fd5b3808f9487d');
INSERT INTO journal VALUES(109,1795791197753695,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":6,"unit":2,"contents":{"register":"poverty","year":2020,"unit":{"code":"401001","name":"县水务局"},"project":"项目1","amount":2500000,"number":"师财农〔2020〕1号","filled":"2020-03-05"},"reason":"核对后更正"}','fa87caa14fcf2ed27b2442afc3aa9e2725552642b95d1b9684fd5b3808f9487d','15a3ff44e96b92a31ece09824759c23ef24b6a85ba9c725df2b663f637e5e807');
INSERT INTO journal VALUES(110,1795791197754356,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":7,"contents":{"register":"inspection","year":2020,"title":"第1件","from":"2020-02-11","to":"2020-02-20","scope":"范围0"}}','15a3ff44e96b92a31ece09824759c23ef24b6a85ba9c725df2b663f637e5e807','c35f35e2104e4e3c1fbca8ba9e7d80f218376fe645472efc76e35bbb833e51cf');
INSERT INTO journal VALUES(111,1795791197754940,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":7,"contents":{"register":"inspection","year":2020,"title":"第1件","from":"2020-02-11","to":"2020-02-21","scope":"范围1"},"reason":"核对后更正"}','c35f35e2104e4e3c1fbca8ba9e7d80f218376fe645472efc76e35bbb833e51cf','dd9d5b7c9f4578d91843a2c174a24910766703ff08ee383931073e33b6fd5c1b');
INSERT INTO journal VALUES(112,1795791197755577,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":8,"contents":{"register":"training","held":"2020-06-11","subject":"主题1","people":0}}','dd9d5b7c9f4578d91843a2c174a24910766703ff08ee383931073e33b6fd5c1b','620ddaedbe77a10e7c26bfc29b78255ba989f816111200014bc77fc02c64675d');
INSERT INTO journal VALUES(113,1795791197756121,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":8,"contents":{"register":"training","held":"2020-06-11","subject":"主题1","people":1},"reason":"核对后更正"}','620ddaedbe77a10e7c26bfc29b78255ba989f816111200014bc77fc02c64675d','586f41bd967ac588cfc0cc04352ff6106809e4e25e84ef1a75e54bde3538cf59');
INSERT INTO journal VALUES(114,1795791197756738,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":9,"contents":{"register":"publicity","sent":"2020-06-12","title":"第1件","outlet":"信息中心0","address":"http://www.example.gov.cn/0"}}','586f41bd967ac588cfc0cc04352ff6106809e4e25e84ef1a75e54bde3538cf59','3b984e90b95e4d8ff79ec7bb1038f09b1859f5e94075b0069048724b4adb819f');
INSERT INTO journal VALUES(115,1795791197757337,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":9,"contents":{"register":"publicity","sent":"2020-06-12","title":"第1件","outlet":"信息中心1","address":"http://www.example.gov.cn/1"},"reason":"核对后更正"}','3b984e90b95e4d8ff79ec7bb1038f09b1859f5e94075b0069048724b4adb819f','064f00b7e32fc11d4c908d246c6618333c87a7ae59dc8ef713dcd95ca9ced41d');
INSERT INTO journal VALUES(116,1795791197757954,'全权',NULL,'command-line','register-removed',1,NULL,'{"kind":"register-removed","record":1,"register":"document","reason":"重复"}','064f00b7e32fc11d4c908d246c6618333c87a7ae59dc8ef713dcd95ca9ced41d','06de50e57d514f7d643fcf0c1f617360c985f393baa735e98cf7163a87d7f0ed');
INSERT INTO journal VALUES(117,1795791197757954,'全权',NULL,'command-line','clock-set-back',1,NULL,'{"kind":"clock-set-back","clock":1795510800000000}','06de50e57d514f7d643fcf0c1f617360c985f393baa735e98cf7163a87d7f0ed','381a7987233684180f2ff64fb2a52b5c6ff463dcecff89068cc64798e52591c4');
INSERT INTO journal VALUES(118,1795791197757954,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":10,"contents":{"register":"document","number":"师财绩〔2020〕1号","title":"第0件","issuers":["县财政局","县审计局"],"issued":"2020-03-02","kind":"measures","level":"county","scope":"范围2","address":"http://www.example.gov.cn/2"}}','381a7987233684180f2ff64fb2a52b5c6ff463dcecff89068cc64798e52591c4','3866334aebbf2779279dbce7395c51dc38e32c698a50761598f3edd389ca0dd0');
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
INSERT INTO target VALUES(2,2021,2,'农业农村股',NULL,'农村饮水安全','农村饮水安全','特定目标类项目','target-review',5,'withdrawn','',2,0,NULL,NULL,NULL,NULL,1795791197702054,0,3000037,1,0,4,4,NULL,8700,'87');
INSERT INTO target VALUES(3,2021,2,'农业农村股','53039921T000000101002','校舍维修改造','校舍维修改造','特定目标类项目','target-review',9,'negotiating','',2,0,2,NULL,'良','2026-12-04',1795791197718256,0,1000037,1,0,3,4,NULL,NULL,NULL);
INSERT INTO target VALUES(4,2021,1,'教科文股',NULL,'农村饮水安全','农村饮水安全','特定目标类项目','target-review',8,'budgeted','',1,0,NULL,NULL,'优',NULL,1795791197724877,0,1000037,1,0,4,4,NULL,NULL,NULL);
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
INSERT INTO submission VALUES(2,2,3000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第3版.xlsx','a71e1dd18ca95ec49c5764cd40b5e139865c73a06fe5ac0626c0917e26ab20cc',1795791197702798);
INSERT INTO submission VALUES(3,2,1000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第1版.xlsx','e9003e9a4d73351287f75117cacf8052dcd9a5612ad6bc943bdacb6d06055268',1795791197705993);
INSERT INTO submission VALUES(4,1,1000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第1版.xlsx','e9003e9a4d73351287f75117cacf8052dcd9a5612ad6bc943bdacb6d06055268',1795791197721466);
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
INSERT INTO review VALUES(29,1,2,'desk','全权',NULL,1795791197697106,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',1);
INSERT INTO review VALUES(42,3,2,'department','全权',NULL,1795791197708964,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(43,3,2,'desk','全权',NULL,1795791197709697,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(44,3,2,'performance','全权',NULL,1795791197710385,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(45,3,2,'budget','全权',NULL,1795791197711126,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(58,3,2,'joint','主任',NULL,1795791197718256,'良','','',NULL,'decide','会审评定为良。','',0);
INSERT INTO review VALUES(67,4,1,'department','全权',NULL,1795791197724877,'优','优优优优优优','','优','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(68,4,1,'desk','全权',NULL,1795791197724877,'优','优优优优优优','','优','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(69,4,1,'performance','全权',NULL,1795791197724877,'优','优优优优优优','','优','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(70,4,1,'budget','全权',NULL,1795791197724877,'优','优优优优优优','','优','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(71,4,1,'joint','全权',NULL,1795791197724877,'优','','',NULL,'decide','同意。','',0);
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
INSERT INTO step VALUES(29,1,1795791197697106,'全权','review-given','{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}','{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795791197697106}',1);
INSERT INTO step VALUES(30,1,1795791197698719,'全权','act-undone','{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795791197697106}','{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(35,2,1795791197702054,'全权','target-withdrawn','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197702054}',0);
INSERT INTO step VALUES(36,2,1795791197702798,'全权','submission-received','{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197702054}','{"state":"withdrawn","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197702054}',0);
INSERT INTO step VALUES(39,3,1795791197705993,'全权','submission-received','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(41,3,1795791197708310,'全权','target-submitted','{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197708310}',0);
INSERT INTO step VALUES(42,3,1795791197708964,'全权','review-given','{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197708310}','{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197708964}',0);
INSERT INTO step VALUES(43,3,1795791197709697,'全权','review-given','{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197708964}','{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197709697}',0);
INSERT INTO step VALUES(44,3,1795791197710385,'全权','review-given','{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197709697}','{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197710385}',0);
INSERT INTO step VALUES(45,3,1795791197711126,'全权','review-given','{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197710385}','{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197711126}',0);
INSERT INTO step VALUES(58,3,1795791197718256,'主任','review-given','{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795791197711126}','{"state":"negotiating","stage":null,"round":2,"returns":0,"answered":2,"resume":null,"grade":"良","due":"2026-12-04","since":1795791197718256}',0);
INSERT INTO step VALUES(63,4,1795791197721466,'全权','target-registered',NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197721466}',0);
INSERT INTO step VALUES(64,4,1795791197721466,'全权','submission-received','{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197721466}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197721466}',0);
INSERT INTO step VALUES(66,4,1795791197724877,'全权','target-submitted','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197721466}','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197724877}',0);
INSERT INTO step VALUES(67,4,1795791197724877,'全权','review-given','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197724877}','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877}',0);
INSERT INTO step VALUES(68,4,1795791197724877,'全权','review-given','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877}','{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877}',0);
INSERT INTO step VALUES(69,4,1795791197724877,'全权','review-given','{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877}','{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877}',0);
INSERT INTO step VALUES(70,4,1795791197724877,'全权','review-given','{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877}','{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877}',0);
INSERT INTO step VALUES(71,4,1795791197724877,'全权','review-given','{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877}','{"state":"budgeted","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795791197724877}',0);
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
INSERT INTO evaluation VALUES(3,1,'101001','县教育体育局',NULL,'农村饮水安全','农村饮水安全',2021,'self',1000000,950000,'99.5',0,'{"outcome":"全部完成。"}','全权',1795791197730219,'accepted','同意','全权',1795791197733490);
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
INSERT INTO session VALUES(1,'第一次会审',NULL,2,3,30,'closed',NULL,1795791197716184,1795791197719567);
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
INSERT INTO agenda_item VALUES(1,0,3,'decided',0,1,NULL,3383,59,'');
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
INSERT INTO seal VALUES(1,3,1,'委员','5b857b0eb752a83fc9f7f2bf2012c6c5d5fc774148163dc07739253fdf446134',1795791197716823);
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
INSERT INTO decision VALUES(59,1,3,'良','会审评定为良。',NULL,0,1795791197718256,1,1,1,0);
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
INSERT INTO checked VALUES(1,2,3);
INSERT INTO checked VALUES(2,2,3);
INSERT INTO checked VALUES(3,2,3);
INSERT INTO checked VALUES(4,1,3);
CREATE TABLE finding (
    target_id integer not null references target (id),
    key text not null,
    twin integer not null,
    check_id text not null,
    severity text not null,
    at text not null,
    number integer,
    others text not null,
    "trigger" text not null,
    slots text not null,
    waived integer not null,
    primary key (target_id, key, twin)
) strict, without rowid;
INSERT INTO finding VALUES(1,'1f6a0602945a8941',0,'weight-sum','error','form',NULL,'[]','30','{}',0);
INSERT INTO finding VALUES(1,'629c560315a7c837',0,'no-benefit','warning','form',NULL,'[]','','{}',0);
INSERT INTO finding VALUES(1,'6d674ad8ace3fa56',0,'no-satisfaction','warning','form',NULL,'[]','','{}',0);
INSERT INTO finding VALUES(1,'cfe19aff989fa38e',0,'objective-uncovered','error','item',2,'[]','建设3处','{"name":"建设3处"}',1);
INSERT INTO finding VALUES(1,'f97842bc1b823089',0,'no-cost','hint','form',NULL,'[]','','{}',0);
INSERT INTO finding VALUES(2,'1f6a0602945a8941',0,'weight-sum','error','form',NULL,'[]','30','{}',0);
INSERT INTO finding VALUES(2,'629c560315a7c837',0,'no-benefit','warning','form',NULL,'[]','','{}',0);
INSERT INTO finding VALUES(2,'6d674ad8ace3fa56',0,'no-satisfaction','warning','form',NULL,'[]','','{}',0);
INSERT INTO finding VALUES(2,'cfe19aff989fa38e',0,'objective-uncovered','error','item',2,'[]','建设3处','{"name":"建设3处"}',0);
INSERT INTO finding VALUES(2,'f97842bc1b823089',0,'no-cost','hint','form',NULL,'[]','','{}',0);
INSERT INTO finding VALUES(3,'1f6a0602945a8941',0,'weight-sum','error','form',NULL,'[]','30','{}',0);
INSERT INTO finding VALUES(3,'629c560315a7c837',0,'no-benefit','warning','form',NULL,'[]','','{}',0);
INSERT INTO finding VALUES(3,'6d674ad8ace3fa56',0,'no-satisfaction','warning','form',NULL,'[]','','{}',0);
INSERT INTO finding VALUES(3,'cfe19aff989fa38e',0,'objective-uncovered','error','item',2,'[]','建设3处','{"name":"建设3处"}',1);
INSERT INTO finding VALUES(3,'f97842bc1b823089',0,'no-cost','hint','form',NULL,'[]','','{}',0);
INSERT INTO finding VALUES(4,'1f6a0602945a8941',0,'weight-sum','error','form',NULL,'[]','30','{}',0);
INSERT INTO finding VALUES(4,'629c560315a7c837',0,'no-benefit','warning','form',NULL,'[]','','{}',0);
INSERT INTO finding VALUES(4,'6d674ad8ace3fa56',0,'no-satisfaction','warning','form',NULL,'[]','','{}',0);
INSERT INTO finding VALUES(4,'cfe19aff989fa38e',0,'objective-uncovered','error','item',2,'[]','建设3处','{"name":"建设3处"}',0);
INSERT INTO finding VALUES(4,'f97842bc1b823089',0,'no-cost','hint','form',NULL,'[]','','{}',0);
CREATE TABLE unchecked (
    target_id integer not null references target (id),
    check_id text not null,
    reason text not null,
    primary key (target_id, check_id, reason)
) strict, without rowid;
INSERT INTO unchecked VALUES(3,'below-prior','prior');
INSERT INTO unchecked VALUES(3,'far-above-prior','prior');
INSERT INTO unchecked VALUES(3,'unchanged-text','prior');
INSERT INTO unchecked VALUES(3,'unit-cost-jump','prior');
INSERT INTO unchecked VALUES(4,'below-prior','prior');
INSERT INTO unchecked VALUES(4,'far-above-prior','prior');
INSERT INTO unchecked VALUES(4,'unchanged-text','prior');
INSERT INTO unchecked VALUES(4,'unit-cost-jump','prior');
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
INSERT INTO waiver VALUES(3,'cfe19aff989fa38e','objective-uncovered','已核对','全权',1795791197720749);
CREATE TABLE point (
    target_id integer not null references target (id),
    review integer not null references review (seq),
    round integer not null,
    answered integer not null,
    made_by text not null,
    primary key (target_id, review)
) strict, without rowid;
INSERT INTO point VALUES(1,19,2,1,'全权');
CREATE TABLE assessment (
    id integer primary key,
    year integer not null,
    unit_id integer not null references unit (id),
    code text,
    project text not null,
    project_key text not null,
    category text,
    version integer not null,
    standing text not null,
    state text not null,
    stage text,
    amount integer,
    own_total text,
    total text
) strict;
INSERT INTO assessment VALUES(1,2021,1,NULL,'智慧校园建设项目','智慧校园建设项目','特定目标类项目',9,'{"state":"pending","stage":"desk","round":2,"returns":0,"answered":1,"resume":null,"grade":null,"due":null,"since":1795791197739615}','pending','desk',680000000,'100','80');
INSERT INTO assessment VALUES(2,2021,2,NULL,'水库除险加固工程','水库除险加固工程','特定目标类项目',3,'{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197741145}','withdrawn',NULL,680000000,'60',NULL);
CREATE TABLE assessment_round (
    assessment_id integer not null references assessment (id),
    round integer not null,
    amount integer,
    summary text not null,
    rectified text not null,
    source text not null,
    filled_by text not null,
    at integer not null,
    primary key (assessment_id, round)
) strict, without rowid;
INSERT INTO assessment_round VALUES(1,1,680000000,'建设智慧教室','','','全权',1795791197734109);
INSERT INTO assessment_round VALUES(1,2,680000000,'建设智慧教室','已压减设备投入','','全权',1795791197738732);
INSERT INTO assessment_round VALUES(2,1,680000000,'建设智慧教室','','','全权',1795791197740237);
CREATE TABLE assessment_item (
    assessment_id integer not null,
    round integer not null,
    place integer not null,
    item text not null,
    score text,
    reason text not null,
    evidence text not null,
    primary key (assessment_id, round, place),
    foreign key (assessment_id, round) references assessment_round (assessment_id, round)
) strict, without rowid;
INSERT INTO assessment_item VALUES(1,1,0,'basis','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,1,'need','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,2,'duty','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,3,'public','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,4,'estimate','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,5,'cost','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,6,'output','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,7,'repeat','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,8,'clear','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,9,'matching','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,10,'measured','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,11,'reachable','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,12,'content','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,13,'organisation','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,14,'schedule','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,15,'risk','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,16,'source','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,17,'capacity','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,18,'matching-funds','4','','实施方案');
INSERT INTO assessment_item VALUES(1,1,19,'debt','4','','实施方案');
INSERT INTO assessment_item VALUES(1,2,0,'basis','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,1,'need','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,2,'duty','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,3,'public','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,4,'estimate','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,5,'cost','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,6,'output','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,7,'repeat','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,8,'clear','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,9,'matching','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,10,'measured','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,11,'reachable','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,12,'content','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,13,'organisation','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,14,'schedule','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,15,'risk','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,16,'source','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,17,'capacity','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,18,'matching-funds','5','','实施方案');
INSERT INTO assessment_item VALUES(1,2,19,'debt','5','','实施方案');
INSERT INTO assessment_item VALUES(2,1,0,'basis','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,1,'need','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,2,'duty','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,3,'public','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,4,'estimate','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,5,'cost','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,6,'output','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,7,'repeat','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,8,'clear','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,9,'matching','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,10,'measured','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,11,'reachable','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,12,'content','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,13,'organisation','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,14,'schedule','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,15,'risk','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,16,'source','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,17,'capacity','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,18,'matching-funds','3','','实施方案');
INSERT INTO assessment_item VALUES(2,1,19,'debt','3','','实施方案');
CREATE TABLE assessment_review (
    seq integer primary key references journal (seq),
    assessment_id integer not null references assessment (id),
    round integer not null,
    stage text not null,
    reviewer text not null,
    at integer not null,
    scores text not null,
    total text,
    suggested text,
    conclusion text,
    verdict text not null,
    opinion text not null,
    reason text not null,
    undone integer not null
) strict;
INSERT INTO assessment_review VALUES(87,1,1,'desk','全权',1795791197737275,'4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4','80','adjust',NULL,'pass','测算需再核','',0);
INSERT INTO assessment_review VALUES(88,1,1,'budget','全权',1795791197737994,'4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4','80','adjust','adjust','conclude','压减设备投入','',0);
CREATE TABLE assessment_act (
    seq integer primary key references journal (seq),
    assessment_id integer not null references assessment (id),
    kind text not null,
    made_by text not null,
    at integer not null,
    from_standing text,
    to_standing text not null,
    undone integer not null
) strict;
INSERT INTO assessment_act VALUES(82,1,'assessment-registered','全权',1795791197734109,NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197734109}',0);
INSERT INTO assessment_act VALUES(83,1,'assessment-filled','全权',1795791197734109,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197734109}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197734109}',0);
INSERT INTO assessment_act VALUES(84,1,'assessment-submitted','全权',1795791197735356,'{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197734109}','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197735356}',1);
INSERT INTO assessment_act VALUES(85,1,'assessment-undone','全权',1795791197736017,'{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197735356}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197734109}',0);
INSERT INTO assessment_act VALUES(86,1,'assessment-submitted','全权',1795791197736662,'{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197734109}','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197736662}',0);
INSERT INTO assessment_act VALUES(87,1,'assessment-reviewed','全权',1795791197737275,'{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197736662}','{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197737275}',0);
INSERT INTO assessment_act VALUES(88,1,'assessment-reviewed','全权',1795791197737994,'{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197737275}','{"state":"adjusting","stage":null,"round":1,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795791197737994}',0);
INSERT INTO assessment_act VALUES(89,1,'assessment-filled','全权',1795791197738732,'{"state":"adjusting","stage":null,"round":1,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795791197737994}','{"state":"adjusting","stage":null,"round":2,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795791197737994}',0);
INSERT INTO assessment_act VALUES(90,1,'assessment-submitted','全权',1795791197739615,'{"state":"adjusting","stage":null,"round":2,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795791197737994}','{"state":"pending","stage":"desk","round":2,"returns":0,"answered":1,"resume":null,"grade":null,"due":null,"since":1795791197739615}',0);
INSERT INTO assessment_act VALUES(91,2,'assessment-registered','全权',1795791197740237,NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197740237}',0);
INSERT INTO assessment_act VALUES(92,2,'assessment-filled','全权',1795791197740237,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197740237}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197740237}',0);
INSERT INTO assessment_act VALUES(93,2,'assessment-withdrawn','全权',1795791197741145,'{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197740237}','{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795791197741145}',0);
CREATE TABLE evaluation_opening (
    year integer primary key,
    approved text not null,
    due text not null,
    made_by text not null,
    at integer not null
) strict;
INSERT INTO evaluation_opening VALUES(2021,'2022-08-19','2022-09-19','全权',1795791197726660);
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
INSERT INTO monitoring VALUES(73,4,'jul',1000000,600000,NULL,'red',1932,'全权',1795791197727756,0,'adjust','请调整',NULL,'全权',1795791197729075,'已补发','全权',1795791197729681);
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
INSERT INTO filling_warning VALUES(74,4,'jul','late','','全权',1795791197727756,'全权',1795791197727756);
INSERT INTO filling_warning VALUES(76,4,'jul','blank','1','全权',1795791197727756,NULL,NULL);
INSERT INTO filling_warning VALUES(77,4,'jul','reason','0','全权',1795791197727756,NULL,NULL);
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
INSERT INTO record VALUES(1,'document',NULL,2020,NULL,3,1,'全权',1795791197757954,'重复');
INSERT INTO record VALUES(2,'group','岗位1',NULL,NULL,2,0,'全权',1795791197748539,'核对后更正');
INSERT INTO record VALUES(3,'window','2020:self-evaluations',2020,NULL,2,0,'全权',1795791197749708,'核对后更正');
INSERT INTO record VALUES(4,'disclosure','2020:self-evaluations:401001',2020,2,2,0,'全权',1795791197751102,'核对后更正');
INSERT INTO record VALUES(5,'allocation','poverty:师财农〔2020〕1号',2020,NULL,2,0,'全权',1795791197752422,'核对后更正');
INSERT INTO record VALUES(6,'poverty','2020:401001:项目1',2020,2,2,0,'全权',1795791197753695,'核对后更正');
INSERT INTO record VALUES(7,'inspection','2020:第1件',2020,NULL,2,0,'全权',1795791197754940,'核对后更正');
INSERT INTO record VALUES(8,'training','2020-06-11:主题1',2020,NULL,2,0,'全权',1795791197756121,'核对后更正');
INSERT INTO record VALUES(9,'publicity','2020-06-12:第1件',2020,NULL,2,0,'全权',1795791197757337,'核对后更正');
INSERT INTO record VALUES(10,'document','师财绩〔2020〕1号',2020,NULL,1,0,'全权',1795791197757954,'');
CREATE TABLE record_act (
    seq integer primary key references journal (seq),
    record_id integer not null references record (id)
) strict;
INSERT INTO record_act VALUES(98,1);
INSERT INTO record_act VALUES(99,1);
INSERT INTO record_act VALUES(100,2);
INSERT INTO record_act VALUES(101,2);
INSERT INTO record_act VALUES(102,3);
INSERT INTO record_act VALUES(103,3);
INSERT INTO record_act VALUES(104,4);
INSERT INTO record_act VALUES(105,4);
INSERT INTO record_act VALUES(106,5);
INSERT INTO record_act VALUES(107,5);
INSERT INTO record_act VALUES(108,6);
INSERT INTO record_act VALUES(109,6);
INSERT INTO record_act VALUES(110,7);
INSERT INTO record_act VALUES(111,7);
INSERT INTO record_act VALUES(112,8);
INSERT INTO record_act VALUES(113,8);
INSERT INTO record_act VALUES(114,9);
INSERT INTO record_act VALUES(115,9);
INSERT INTO record_act VALUES(116,1);
INSERT INTO record_act VALUES(118,10);
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
INSERT INTO document VALUES(10,'师财绩〔2020〕1号','第0件',replace('县财政局\n县审计局','\n',char(10)),'2020-03-02','measures','county','范围2','','http://www.example.gov.cn/2','');
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
CREATE INDEX assessment_code on assessment (code, year) where code is not null;
CREATE INDEX assessment_project on assessment (unit_id, project_key, year);
CREATE INDEX assessment_year on assessment (year, state, amount);
CREATE INDEX assessment_review_of on assessment_review (assessment_id, seq);
CREATE INDEX assessment_act_of on assessment_act (assessment_id, seq);
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
PRAGMA user_version=4;

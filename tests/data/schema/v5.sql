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
INSERT INTO journal VALUES(9,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":1,"rules":4,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"},{"id":"unit-cost-jump","severity":"hint","place":{"indicator":0},"trigger":"≥12000 人","slots":{"actual":"10000","amount":"1.000037","factor":"0.2","name":"受益人数","spent":"4.00","year":"2020"},"key":"c176387a1ba7c8bd"}]}','a8681e0f8781c1914e60a3b731ff152b10eb4393f30130fde9415b0a0b63cccc','bd81f4847e4d92c39322edd7509743a574fe6f4d2a2a13ce3b3e592c1336bbae');
INSERT INTO journal VALUES(10,1795510800000000,'全权',NULL,'command-line','target-registered',1,2,'{"kind":"target-registered","target":2,"year":2021,"unit":2,"project":{"code":null,"name":"农村饮水安全"},"category":"特定目标类项目","procedure":"target-review","prior":[{"evaluation":2,"reason":"name"}],"to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','bd81f4847e4d92c39322edd7509743a574fe6f4d2a2a13ce3b3e592c1336bbae','ea2c94034537bbad8495ef549c19edc58da9793d503ed9983231c933549a8b2a');
INSERT INTO journal VALUES(11,1795510800000000,'全权',NULL,'command-line','submission-received',1,2,'{"kind":"submission-received","target":2,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":95,"by":"","grounds":[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]}],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','ea2c94034537bbad8495ef549c19edc58da9793d503ed9983231c933549a8b2a','0b591a0b9c228dd736e4b97517230a3f22d19f7409a68e17a123a5b3e4051462');
INSERT INTO journal VALUES(12,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,2,'{"kind":"findings-recorded","target":2,"round":1,"rules":4,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"},{"id":"unit-cost-jump","severity":"hint","place":{"indicator":0},"trigger":"≥12000 人","slots":{"actual":"10000","amount":"1.000037","factor":"0.2","name":"受益人数","spent":"4.00","year":"2019"},"key":"c176387a1ba7c8bd"}]}','0b591a0b9c228dd736e4b97517230a3f22d19f7409a68e17a123a5b3e4051462','8445e6a518d0802eb8c21f27213a4ae6ed653badd56205daf2d98efc101f7d48');
INSERT INTO journal VALUES(13,1795510800000000,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":1,"link":{"objective":0,"indicator":0,"origin":"confirmed","confidence":100,"by":"全权"}}','8445e6a518d0802eb8c21f27213a4ae6ed653badd56205daf2d98efc101f7d48','a4e34a10b4a4b44c9713fa9278a800d0af27af3ecb836601c355953091734831');
INSERT INTO journal VALUES(14,1795510800000000,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":1,"link":{"objective":1,"indicator":1,"origin":"rejected","confidence":100,"by":"全权"}}','a4e34a10b4a4b44c9713fa9278a800d0af27af3ecb836601c355953091734831','a87857b0d70a6b162ea1d8e9a605b57aab4dbc1c84f03cf1bb593e3f6e56c90a');
INSERT INTO journal VALUES(15,1795510800000000,'全权',NULL,'command-line','findings-changed',1,1,'{"kind":"findings-changed","target":1,"change":{"found":[{"finding":{"id":"objective-uncovered","severity":"error","place":{"item":1},"trigger":"培训不少于201人","slots":{"name":"培训不少于201人"},"key":"9ed9e0e331b14ffc"}},{"finding":{"id":"indicator-orphan","severity":"warning","place":{"indicator":1},"trigger":"培训人数","slots":{"name":"培训人数"},"key":"f4885edba6858b7a"}}]}}','a87857b0d70a6b162ea1d8e9a605b57aab4dbc1c84f03cf1bb593e3f6e56c90a','946fd3f3455f236efe0e8fe5c2bfdb5cdd6d6eebf4b83d68cf32747f61135cc0');
INSERT INTO journal VALUES(16,1795510800000000,'全权',NULL,'command-line','prior-match-set',1,2,'{"kind":"prior-match-set","target":2,"round":1,"matched":{"indicator":0,"evaluation":2,"earlier":0,"by":"全权"}}','946fd3f3455f236efe0e8fe5c2bfdb5cdd6d6eebf4b83d68cf32747f61135cc0','f4bb2aa80af4c2c8075073ed09cdfa203f899e0ec549d84b14c91f46f62affc8');
INSERT INTO journal VALUES(17,1795510800000000,'全权',NULL,'command-line','target-submitted',1,1,'{"kind":"target-submitted","target":1,"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','f4bb2aa80af4c2c8075073ed09cdfa203f899e0ec549d84b14c91f46f62affc8','06b523ab42911c6a6b14f66175ad187dbedd302a315961ba50a303928569a38e');
INSERT INTO journal VALUES(18,1795510800000000,'全权',NULL,'command-line','target-submitted',1,2,'{"kind":"target-submitted","target":2,"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','06b523ab42911c6a6b14f66175ad187dbedd302a315961ba50a303928569a38e','458466636a4686f9bf71b545b946ebfa8f99a66476f5fa63624d9a8db972dd12');
INSERT INTO journal VALUES(19,1795510800000000,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":1,"stage":"department","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000}}','458466636a4686f9bf71b545b946ebfa8f99a66476f5fa63624d9a8db972dd12','7afe67be03316a55c537d7ee36056f78239820aa3b405320a560e6da6a144f14');
INSERT INTO journal VALUES(20,1795510800000000,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":1,"stage":"desk","grade":"中","criteria":["中","中","中","中","中","中"],"suggested":"中","verdict":"return","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000},"to":{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}}','7afe67be03316a55c537d7ee36056f78239820aa3b405320a560e6da6a144f14','09cff94934b28f9b0d58f281c9072d0a022687a2ccc01884391f20b3a7b3dbac');
INSERT INTO journal VALUES(21,1795510800000000,'全权',NULL,'command-line','submission-received',1,1,'{"kind":"submission-received","target":1,"submission":{"amount":2000037,"objective":"目标1：受益12000人；目标2：培训不少于200人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"202","unit":"人","weight":"15","raw":"≥202人"}],"source":"第2版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"confirmed","confidence":100,"by":"全权"},{"objective":1,"indicator":1,"origin":"suggested","confidence":77,"by":"","grounds":[{"words":["培训"]},{"work":"train"}]}],"from":{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000},"to":{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}}','09cff94934b28f9b0d58f281c9072d0a022687a2ccc01884391f20b3a7b3dbac','fb047ce9a3b870ff49b6ba0e8aa49ec3145d1254910e19e56820ceee13b73485');
INSERT INTO journal VALUES(22,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,1,'{"kind":"findings-recorded","target":1,"round":2,"rules":4,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}]}','fb047ce9a3b870ff49b6ba0e8aa49ec3145d1254910e19e56820ceee13b73485','2354aa611ceacdfcdfaa8f5d5b3a6e0924e85fe0cc6ead4109a3c4256c2d30a5');
INSERT INTO journal VALUES(23,1795510800000000,'全权',NULL,'command-line','target-submitted',1,1,'{"kind":"target-submitted","target":1,"from":{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000},"to":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}}','2354aa611ceacdfcdfaa8f5d5b3a6e0924e85fe0cc6ead4109a3c4256c2d30a5','39ff29d212c68ddef789f5853169f37b40a30a623dc052f1d9c82a44b556dc26');
INSERT INTO journal VALUES(24,1795510800000000,'全权',NULL,'command-line','point-answered',1,1,'{"kind":"point-answered","target":1,"round":2,"review":19,"answered":true}','39ff29d212c68ddef789f5853169f37b40a30a623dc052f1d9c82a44b556dc26','b0ebe71d2add133b1511388c4d161756e984fbb34b78867af95794e3873c38ad');
INSERT INTO journal VALUES(25,1795510800000000,'全权',NULL,'command-line','target-registered',1,3,'{"kind":"target-registered","target":3,"year":2021,"unit":2,"project":{"code":"53039921T000000101002","name":"校舍维修改造"},"category":"特定目标类项目","procedure":"target-review","prior":[],"to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','b0ebe71d2add133b1511388c4d161756e984fbb34b78867af95794e3873c38ad','b62e81d924868762ff325e996c5551ca01559e2de771355a062a3b7ff33628a0');
INSERT INTO journal VALUES(26,1795510800000000,'全权',NULL,'command-line','submission-received',1,3,'{"kind":"submission-received","target":3,"submission":{"amount":1000037,"objective":"","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','b62e81d924868762ff325e996c5551ca01559e2de771355a062a3b7ff33628a0','7fd539890cdb89699e6580107f8fe2992b4b9717058cdb07ebbf41fcfcb3a957');
INSERT INTO journal VALUES(27,1795510800000000,'全权',NULL,'command-line','findings-recorded',1,3,'{"kind":"findings-recorded","target":3,"round":1,"rules":4,"findings":[{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}],"unchecked":[{"id":"objective-uncovered","reason":"objective"},{"id":"indicator-orphan","reason":"objective"},{"id":"below-prior","reason":"prior"},{"id":"far-above-prior","reason":"prior"},{"id":"unit-cost-jump","reason":"prior"},{"id":"unchanged-text","reason":"prior"}]}','7fd539890cdb89699e6580107f8fe2992b4b9717058cdb07ebbf41fcfcb3a957','c63b8ed4ad70df51ff6a361a600fd3db73b1fc9a9caf444fc9d2a1b58fa6bb51');
INSERT INTO journal VALUES(28,1795510800000000,'全权',NULL,'command-line','finding-waived',1,1,'{"kind":"finding-waived","target":1,"check":"objective-uncovered","key":"cfe19aff989fa38e","reason":"按省定标准"}','c63b8ed4ad70df51ff6a361a600fd3db73b1fc9a9caf444fc9d2a1b58fa6bb51','ee09be05da39bdb5e650ab90883df8d278e029e9aaeec679a43dbfe62298a039');
INSERT INTO journal VALUES(29,1795804118403010,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":2,"stage":"desk","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000},"to":{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795804118403010}}','ee09be05da39bdb5e650ab90883df8d278e029e9aaeec679a43dbfe62298a039','bf2887278c315acc02f5e4b5756086936bdf94e8297dcfe395fa33bdb0458e90');
INSERT INTO journal VALUES(30,1795804118406255,'全权',NULL,'command-line','act-undone',1,1,'{"kind":"act-undone","target":1,"act":29,"from":{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795804118403010},"to":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}}','bf2887278c315acc02f5e4b5756086936bdf94e8297dcfe395fa33bdb0458e90','d13afd20c8f833355bad5f59402aab01fd8002689cf9b433d55664ea81ee7cd2');
INSERT INTO journal VALUES(31,1795804118408991,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":2,"link":{"objective":2,"indicator":1,"origin":"confirmed","confidence":100,"by":"全权"}}','d13afd20c8f833355bad5f59402aab01fd8002689cf9b433d55664ea81ee7cd2','89cd0604c24f68150ea21e863e431e3a0d1fb332819b0ac76411b0494d80c86c');
INSERT INTO journal VALUES(32,1795804118408991,'全权',NULL,'command-line','findings-changed',1,1,'{"kind":"findings-changed","target":1,"change":{"gone":[{"key":"cfe19aff989fa38e"}]}}','89cd0604c24f68150ea21e863e431e3a0d1fb332819b0ac76411b0494d80c86c','49e932bda54f73390097cc73c1a4ab5dcfc61be5806dcac2d2be02f1d7f19a87');
INSERT INTO journal VALUES(33,1795804118412230,'全权',NULL,'command-line','link-removed',1,1,'{"kind":"link-removed","target":1,"round":2,"objective":2,"indicator":1}','49e932bda54f73390097cc73c1a4ab5dcfc61be5806dcac2d2be02f1d7f19a87','a6f7007faccb4f5eb0e795885756ed8899a0539347313ca7cb0f95a014065355');
INSERT INTO journal VALUES(34,1795804118412230,'全权',NULL,'command-line','findings-changed',1,1,'{"kind":"findings-changed","target":1,"change":{"found":[{"finding":{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"}}]}}','a6f7007faccb4f5eb0e795885756ed8899a0539347313ca7cb0f95a014065355','985adf4ba140734fe24d6afdd996a2c6269c796a2817b54194026b473c3c6f27');
INSERT INTO journal VALUES(35,1795804118414950,'全权',NULL,'command-line','target-withdrawn',1,2,'{"kind":"target-withdrawn","target":2,"reason":"项目取消","from":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118414950}}','985adf4ba140734fe24d6afdd996a2c6269c796a2817b54194026b473c3c6f27','2183ef8d7ec276d81ab9f9f0b92793976bda5c47f518f03c38e6e6bf8df9b6ec');
INSERT INTO journal VALUES(36,1795804118416638,'全权',NULL,'command-line','submission-received',1,2,'{"kind":"submission-received","target":2,"submission":{"amount":3000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"203","unit":"人","weight":"15","raw":"≥203人"}],"source":"第3版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":77,"by":"","grounds":[{"words":["培训"]},{"work":"train"}]}],"from":{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118414950},"to":{"state":"withdrawn","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118414950}}','2183ef8d7ec276d81ab9f9f0b92793976bda5c47f518f03c38e6e6bf8df9b6ec','03bc2ba28d227161d2f27dbcd3d86103e1410ff3c3deb0c7c955b37ac59aa5fb');
INSERT INTO journal VALUES(37,1795804118416638,'全权',NULL,'command-line','prior-match-set',1,2,'{"kind":"prior-match-set","target":2,"round":2,"matched":{"indicator":0,"evaluation":2,"earlier":0,"by":"全权"}}','03bc2ba28d227161d2f27dbcd3d86103e1410ff3c3deb0c7c955b37ac59aa5fb','d78e47b0f76e1aeba93b3831cfa479cec5c78ee0a3592f5c4563c85699d528f9');
INSERT INTO journal VALUES(38,1795804118416638,'全权',NULL,'command-line','findings-recorded',1,2,'{"kind":"findings-recorded","target":2,"round":2,"rules":4,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}]}','d78e47b0f76e1aeba93b3831cfa479cec5c78ee0a3592f5c4563c85699d528f9','1b55d53ace1da416dcad7006cf54bfde0a5488b37f29fe19ddf322090a10b9a0');
INSERT INTO journal VALUES(39,1795804118422426,'全权',NULL,'command-line','submission-received',1,3,'{"kind":"submission-received","target":3,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":95,"by":"","grounds":[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]}],"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','1b55d53ace1da416dcad7006cf54bfde0a5488b37f29fe19ddf322090a10b9a0','42276b0c932ee4d701dd77f8c81a2388ad8bf6ffcb73eae8baa3559304a92600');
INSERT INTO journal VALUES(40,1795804118422426,'全权',NULL,'command-line','findings-recorded',1,3,'{"kind":"findings-recorded","target":3,"round":2,"rules":4,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}],"unchecked":[{"id":"below-prior","reason":"prior"},{"id":"far-above-prior","reason":"prior"},{"id":"unit-cost-jump","reason":"prior"},{"id":"unchanged-text","reason":"prior"}]}','42276b0c932ee4d701dd77f8c81a2388ad8bf6ffcb73eae8baa3559304a92600','1c4964fd04cf9eb46e32e9cba1387d9c94fb1748f1bea7aec4dbe620ff9c60a8');
INSERT INTO journal VALUES(41,1795804118426345,'全权',NULL,'command-line','target-submitted',1,3,'{"kind":"target-submitted","target":3,"from":{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118426345}}','1c4964fd04cf9eb46e32e9cba1387d9c94fb1748f1bea7aec4dbe620ff9c60a8','b605d30936d77d39eecac9f743b5e5a8b2aad030dc6a7abd1fa6a45435307e3d');
INSERT INTO journal VALUES(42,1795804118427642,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"department","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118426345},"to":{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118427642}}','b605d30936d77d39eecac9f743b5e5a8b2aad030dc6a7abd1fa6a45435307e3d','ffa6d59c9a4c3d2f8ac922b9b03feacc21695a901fe2df7efeeedf0d6db2eb22');
INSERT INTO journal VALUES(43,1795804118428750,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"desk","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118427642},"to":{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118428750}}','ffa6d59c9a4c3d2f8ac922b9b03feacc21695a901fe2df7efeeedf0d6db2eb22','da71cbb6bc09c1543342aba2faa2a94348b3c278457015980420147c9dee6f7b');
INSERT INTO journal VALUES(44,1795804118431631,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"performance","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118428750},"to":{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118431631}}','da71cbb6bc09c1543342aba2faa2a94348b3c278457015980420147c9dee6f7b','47f234af25308c7936fb6b3b73900ebdf2634280bf27aa9ea87af32200d6482c');
INSERT INTO journal VALUES(45,1795804118435001,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"budget","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118431631},"to":{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118435001}}','47f234af25308c7936fb6b3b73900ebdf2634280bf27aa9ea87af32200d6482c','b5c92ba03a2282bf8b7c8b6de396a5a1e096261813c15c8862376cb1ad47dcd8');
INSERT INTO journal VALUES(46,1795804118437670,'全权',NULL,'command-line','user-added',1,NULL,'{"kind":"user-added","user":{"name":"主任","login":null,"grants":[{"role":"chair","scope":"county"}]}}','b5c92ba03a2282bf8b7c8b6de396a5a1e096261813c15c8862376cb1ad47dcd8','fa5a001307f55c0b50bccea1bf80edccedf2a8a86aff19dce768d3e7273d3f9c');
INSERT INTO journal VALUES(47,1795804118438865,'全权',NULL,'command-line','user-added',1,NULL,'{"kind":"user-added","user":{"name":"记录","login":null,"grants":[{"role":"recorder","scope":"county"}]}}','fa5a001307f55c0b50bccea1bf80edccedf2a8a86aff19dce768d3e7273d3f9c','556dcc7b3ac13a5d6d59da718c6e463da68cd1370ddc18856645216e34ee6009');
INSERT INTO journal VALUES(48,1795804118439836,'全权',NULL,'command-line','user-added',1,NULL,'{"kind":"user-added","user":{"name":"委员","login":null,"grants":[{"role":"panel","scope":"county"}]}}','556dcc7b3ac13a5d6d59da718c6e463da68cd1370ddc18856645216e34ee6009','8ad2675a6e007c48845801cb603072c177fec3c34b4a46f2a0e8cc027e0f3c77');
INSERT INTO journal VALUES(49,1795804118441122,'全权',NULL,'command-line','session-created',1,NULL,'{"kind":"session","session":1,"act":"created","name":"第一次会审","day":null,"quorum":[2,3],"minutes":30}','8ad2675a6e007c48845801cb603072c177fec3c34b4a46f2a0e8cc027e0f3c77','4244e13d9c9473caa33e189ebd582b366ba65c3898fa428c7c4ba48c3ce631f0');
INSERT INTO journal VALUES(50,1795804118443075,'全权',NULL,'command-line','session-seated',1,NULL,'{"kind":"session","session":1,"act":"seated","user":"主任","seat":"chair"}','4244e13d9c9473caa33e189ebd582b366ba65c3898fa428c7c4ba48c3ce631f0','c88c86a516dc09cfff451adf3f871f99f4d146d8b888f5e0cea3de08ec010f78');
INSERT INTO journal VALUES(51,1795804118444596,'全权',NULL,'command-line','session-seated',1,NULL,'{"kind":"session","session":1,"act":"seated","user":"记录","seat":"recorder"}','c88c86a516dc09cfff451adf3f871f99f4d146d8b888f5e0cea3de08ec010f78','664bd8a034e60d1a151d5452f60bfd560bbb3d7a5d44ce011ce1cefac460dcda');
INSERT INTO journal VALUES(52,1795804118445654,'全权',NULL,'command-line','session-seated',1,NULL,'{"kind":"session","session":1,"act":"seated","user":"委员","seat":"panel"}','664bd8a034e60d1a151d5452f60bfd560bbb3d7a5d44ce011ce1cefac460dcda','38a408073e9f73568bf1b4684775094ca3ec7c8cd5de3fb70b02afcbcb4fa972');
INSERT INTO journal VALUES(53,1795804118447241,'全权',NULL,'command-line','session-items-added',1,NULL,'{"kind":"session","session":1,"act":"items-added","targets":[3]}','38a408073e9f73568bf1b4684775094ca3ec7c8cd5de3fb70b02afcbcb4fa972','0ae705c1d9ed085df99bcb4898b3e124b9509d2d532c115db79cb0f6c23975a5');
INSERT INTO journal VALUES(54,1795804118449152,'主任',NULL,'command-line','session-opened',1,NULL,'{"kind":"session","session":1,"act":"opened","present":["主任","委员"],"quorum":{"entitled":1,"present":1,"needed":1}}','0ae705c1d9ed085df99bcb4898b3e124b9509d2d532c115db79cb0f6c23975a5','9ea6929e13f67bf92807ea9867059767e9973d1e98df19feda05299a728af58a');
INSERT INTO journal VALUES(55,1795804118449152,'主任',NULL,'command-line','session-called',1,NULL,'{"kind":"session","session":1,"act":"called","target":3}','9ea6929e13f67bf92807ea9867059767e9973d1e98df19feda05299a728af58a','c7b15a799d786ddd4dde2b1b1d75131eccbd27a806ceb2220fd08765e9e67c86');
INSERT INTO journal VALUES(56,1795804118450779,'委员',NULL,'command-line','session-sealed',1,NULL,'{"kind":"session","session":1,"act":"sealed","target":3,"ballot":1,"member":"委员","commitment":"5b857b0eb752a83fc9f7f2bf2012c6c5d5fc774148163dc07739253fdf446134"}','c7b15a799d786ddd4dde2b1b1d75131eccbd27a806ceb2220fd08765e9e67c86','bfba90cf10ce0c069ef21724c5a6705e025eba2c5e82882ebab1641d446b2569');
INSERT INTO journal VALUES(57,1795804118453837,'主任',NULL,'command-line','session-revealed',1,3,'{"kind":"session","session":1,"act":"revealed","target":3,"ballot":1,"ballots":[{"member":"委员","grade":"良","criteria":["良","良","良","良","良","良"],"opinion":"同意。","salt":"00000000000000000000000000000001"}],"quorum":{"entitled":1,"present":1,"needed":1}}','bfba90cf10ce0c069ef21724c5a6705e025eba2c5e82882ebab1641d446b2569','795ba41c134fbb46fb1da9fabf9386b715241f6eaf10495421a7467301301e4d');
INSERT INTO journal VALUES(58,1795804118455928,'主任',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":2,"stage":"joint","grade":"良","criteria":[],"suggested":null,"verdict":"decide","opinion":"会审评定为良。","reason":""},"from":{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118435001},"to":{"state":"negotiating","stage":null,"round":2,"returns":0,"answered":2,"resume":null,"grade":"良","due":"2026-12-04","since":1795804118455928}}','795ba41c134fbb46fb1da9fabf9386b715241f6eaf10495421a7467301301e4d','f202830df091e299186f61bbd72f72b0147e474c4f6c48ab9883c306c253801a');
INSERT INTO journal VALUES(59,1795804118455928,'主任',NULL,'command-line','session-decided',1,NULL,'{"kind":"session","session":1,"act":"decided","target":3,"grade":"良","opinion":"会审评定为良。","due":null,"consent":false,"quorum":{"entitled":1,"present":1,"needed":1}}','f202830df091e299186f61bbd72f72b0147e474c4f6c48ab9883c306c253801a','fbc998502d83ba62b1b21c0314cc64fb7c3856d6c6ee754a9687aaae3421e85c');
INSERT INTO journal VALUES(60,1795804118457899,'主任',NULL,'command-line','session-closed',1,NULL,'{"kind":"session","session":1,"act":"closed"}','fbc998502d83ba62b1b21c0314cc64fb7c3856d6c6ee754a9687aaae3421e85c','c577e7eef9ef283e3fb25fa107fd74553a0a94fa6db58362f879c95d551fadcb');
INSERT INTO journal VALUES(61,1795804118458924,'全权',NULL,'command-line','session-created',1,NULL,'{"kind":"session","session":2,"act":"created","name":"第二次会审","day":null,"quorum":[2,3],"minutes":30}','c577e7eef9ef283e3fb25fa107fd74553a0a94fa6db58362f879c95d551fadcb','97a15e05ae916f5abac272e2aef9e496f8a77b601635bfa7d499c13fb03aef6a');
INSERT INTO journal VALUES(62,1795804118460022,'全权',NULL,'command-line','finding-waived',1,3,'{"kind":"finding-waived","target":3,"check":"objective-uncovered","key":"cfe19aff989fa38e","reason":"已核对"}','97a15e05ae916f5abac272e2aef9e496f8a77b601635bfa7d499c13fb03aef6a','399de7485fe73362c9981ad50f8b3e86788e610d00a1383114625e689e2a8f54');
INSERT INTO journal VALUES(63,1795804118461063,'全权',NULL,'command-line','target-registered',1,4,'{"kind":"target-registered","target":4,"year":2021,"unit":1,"project":{"code":null,"name":"农村饮水安全"},"category":"特定目标类项目","procedure":"target-review","prior":[],"to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118461063}}','399de7485fe73362c9981ad50f8b3e86788e610d00a1383114625e689e2a8f54','0781aff6c83bd99eedbd6ce2fb3afcd7e62b0bc897d0d52ef67d03e66b670030');
INSERT INTO journal VALUES(64,1795804118461063,'全权',NULL,'command-line','submission-received',1,4,'{"kind":"submission-received","target":4,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"suggested","confidence":80,"by":"","grounds":[{"amount":["12000人","≥12000 人"]}]},{"objective":1,"indicator":1,"origin":"suggested","confidence":95,"by":"","grounds":[{"words":["培训"]},{"amount":["201人","≥201 人"]},{"work":"train"}]}],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118461063},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118461063}}','0781aff6c83bd99eedbd6ce2fb3afcd7e62b0bc897d0d52ef67d03e66b670030','8c96477dfcd1465ef5e9ee0a5507c3fb878ea136fb5cca0bb0d5a0ea2086f624');
INSERT INTO journal VALUES(65,1795804118461063,'全权',NULL,'command-line','findings-recorded',1,4,'{"kind":"findings-recorded","target":4,"round":1,"rules":4,"findings":[{"id":"objective-uncovered","severity":"error","place":{"item":2},"trigger":"建设3处","slots":{"name":"建设3处"},"key":"cfe19aff989fa38e"},{"id":"weight-sum","severity":"error","place":"form","trigger":"30","key":"1f6a0602945a8941"},{"id":"no-benefit","severity":"warning","place":"form","trigger":"","key":"629c560315a7c837"},{"id":"no-satisfaction","severity":"warning","place":"form","trigger":"","key":"6d674ad8ace3fa56"},{"id":"no-cost","severity":"hint","place":"form","trigger":"","key":"f97842bc1b823089"}],"unchecked":[{"id":"below-prior","reason":"prior"},{"id":"far-above-prior","reason":"prior"},{"id":"unit-cost-jump","reason":"prior"},{"id":"unchanged-text","reason":"prior"}]}','8c96477dfcd1465ef5e9ee0a5507c3fb878ea136fb5cca0bb0d5a0ea2086f624','0428b7f3b78da933ad968da0423fbf2dfd16fbf27bc32847ee2217e2d5b1f4db');
INSERT INTO journal VALUES(66,1795804118467139,'全权',NULL,'command-line','target-submitted',1,4,'{"kind":"target-submitted","target":4,"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118461063},"to":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118467139}}','0428b7f3b78da933ad968da0423fbf2dfd16fbf27bc32847ee2217e2d5b1f4db','3c241d8577f087af810532f68a12f5c91e1a933db624cb1c37f40ec1b1fe7291');
INSERT INTO journal VALUES(67,1795804118467139,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"department","grade":"优","criteria":["优","优","优","优","优","优"],"suggested":"优","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118467139},"to":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139}}','3c241d8577f087af810532f68a12f5c91e1a933db624cb1c37f40ec1b1fe7291','f103abebe170c29432000079a10bb59d5be8a26a64fe9d5a7c63cf634208bfa4');
INSERT INTO journal VALUES(68,1795804118467139,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"desk","grade":"优","criteria":["优","优","优","优","优","优"],"suggested":"优","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139},"to":{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139}}','f103abebe170c29432000079a10bb59d5be8a26a64fe9d5a7c63cf634208bfa4','985c6665e8b31ba914727f3929c007234ea20cd436acdd6f79aa38b4919f9d9b');
INSERT INTO journal VALUES(69,1795804118467139,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"performance","grade":"优","criteria":["优","优","优","优","优","优"],"suggested":"优","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139},"to":{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139}}','985c6665e8b31ba914727f3929c007234ea20cd436acdd6f79aa38b4919f9d9b','9f052ac11e833694e744ec57066f697bf0f1b19f0f47f38a817f3cff8c4d6dbb');
INSERT INTO journal VALUES(70,1795804118467139,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"budget","grade":"优","criteria":["优","优","优","优","优","优"],"suggested":"优","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139},"to":{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139}}','9f052ac11e833694e744ec57066f697bf0f1b19f0f47f38a817f3cff8c4d6dbb','6e884d4eb56ea3b7c3dbafba2139a6750e42ae93a15b9f1b7ca9c93b5b5776e0');
INSERT INTO journal VALUES(71,1795804118467139,'全权',NULL,'command-line','review-given',1,4,'{"kind":"review-given","target":4,"review":{"round":1,"stage":"joint","grade":"优","criteria":[],"suggested":null,"verdict":"decide","opinion":"同意。","reason":""},"from":{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139},"to":{"state":"budgeted","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139}}','6e884d4eb56ea3b7c3dbafba2139a6750e42ae93a15b9f1b7ca9c93b5b5776e0','fa29e2f7992758d6ce05d552ed2f7c28388445c6ca091840d7959a88123a5844');
INSERT INTO journal VALUES(72,1795804118470152,'全权',NULL,'command-line','evaluations-opened',1,NULL,'{"kind":"execution","act":"evaluations-opened","year":2021,"approved":"2022-08-19","due":"2022-09-19"}','fa29e2f7992758d6ce05d552ed2f7c28388445c6ca091840d7959a88123a5844','9d94c5206b34c431ad47dfc7c9ea8f4ac4cb2efb765e74a9f01e7dbd44f905c6');
INSERT INTO journal VALUES(73,1795804118472011,'全权',NULL,'command-line','monitoring-filled',1,4,'{"kind":"execution","act":"monitoring-filled","target":4,"monitoring":{"period":"jul","budget":1000000,"executed":600000,"indicators":[{"value":"3000","likelihood":"certain"},{"value":"","likelihood":"certain"}]},"light":"red","late":1932}','9d94c5206b34c431ad47dfc7c9ea8f4ac4cb2efb765e74a9f01e7dbd44f905c6','8b7bb6f268c9dc4f6a5e793fbfab348aa1dce72ab65b2e79efca07e658116e2f');
INSERT INTO journal VALUES(74,1795804118472011,'全权',NULL,'command-line','warning-raised',1,4,'{"kind":"execution","act":"warning-raised","target":4,"period":"jul","warning":"late"}','8b7bb6f268c9dc4f6a5e793fbfab348aa1dce72ab65b2e79efca07e658116e2f','4148bcfcf1ed87ab331960cfe100891f8ad1b63373cad4a0abb3fbe0bb3a6c5b');
INSERT INTO journal VALUES(75,1795804118472011,'全权',NULL,'command-line','warning-corrected',1,4,'{"kind":"execution","act":"warning-corrected","target":4,"period":"jul","warning":"late"}','4148bcfcf1ed87ab331960cfe100891f8ad1b63373cad4a0abb3fbe0bb3a6c5b','893046a591f076fc6044918bf612e3af919d6597baeb429a60d5697450fc36a8');
INSERT INTO journal VALUES(76,1795804118472011,'全权',NULL,'command-line','warning-raised',1,4,'{"kind":"execution","act":"warning-raised","target":4,"period":"jul","warning":"blank","places":[1]}','893046a591f076fc6044918bf612e3af919d6597baeb429a60d5697450fc36a8','d3dd4a682aa2e8726e5955cb360e03b9334ae6debafb2367b33e18fc566822c0');
INSERT INTO journal VALUES(77,1795804118472011,'全权',NULL,'command-line','warning-raised',1,4,'{"kind":"execution","act":"warning-raised","target":4,"period":"jul","warning":"reason","places":[0]}','d3dd4a682aa2e8726e5955cb360e03b9334ae6debafb2367b33e18fc566822c0','43f573ac812be1283fb2aa7807217213066876ac6f49c799575e18481def7fa9');
INSERT INTO journal VALUES(78,1795804118474129,'全权',NULL,'command-line','monitoring-disposed',1,4,'{"kind":"execution","act":"monitoring-disposed","target":4,"period":"jul","disposal":"adjust","opinion":"请调整","due":null}','43f573ac812be1283fb2aa7807217213066876ac6f49c799575e18481def7fa9','826e4045ca5551e996bfa1f78addc97a1a313edeba8dc14b1678511f206b92dc');
INSERT INTO journal VALUES(79,1795804118474928,'全权',NULL,'command-line','monitoring-rectified',1,4,'{"kind":"execution","act":"monitoring-rectified","target":4,"period":"jul","text":"已补发"}','826e4045ca5551e996bfa1f78addc97a1a313edeba8dc14b1678511f206b92dc','add22e7c3cb2baa259959fa75881b2254d2d3574de759a99cacf79970d41e2d5');
INSERT INTO journal VALUES(80,1795804118475492,'全权',NULL,'command-line','evaluation-recorded',1,NULL,'{"kind":"evaluation-recorded","id":3,"unit":1,"evaluation":{"unit":{"code":"101001","name":"县教育体育局"},"project":{"code":null,"name":"农村饮水安全"},"year":2021,"kind":"self","budget":1000000,"executed":950000,"score":"99.5","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","target":"12000","unit":"人","actual":"12000","weight":"45","score":"45","reason":null},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","target":"201","unit":"人","actual":"201","weight":"45","score":"45","reason":null}]},"replaces":null,"of":[],"details":{"outcome":"全部完成。"}}','add22e7c3cb2baa259959fa75881b2254d2d3574de759a99cacf79970d41e2d5','c412071d43ee58f4c1463ce02aa3d008dfba063bf90a3189ce13254f9f297f36');
INSERT INTO journal VALUES(81,1795804118481620,'全权',NULL,'command-line','evaluation-judged',1,4,'{"kind":"execution","act":"evaluation-judged","evaluation":3,"target":4,"accepted":true,"opinion":"同意"}','c412071d43ee58f4c1463ce02aa3d008dfba063bf90a3189ce13254f9f297f36','697bd25c3e441f2923cf5fec0b58f1200c293313e53787d05f4994b88ccbdf67');
INSERT INTO journal VALUES(82,1795804118483279,'全权',NULL,'command-line','assessment-registered',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-registered","year":2021,"unit":1,"project":{"code":null,"name":"智慧校园建设项目"},"category":"特定目标类项目","to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118483279}}','697bd25c3e441f2923cf5fec0b58f1200c293313e53787d05f4994b88ccbdf67','d9ea17905fcc3a1edb62259acae323ce49419c82cbefb2c4f6bb0cc223abc7db');
INSERT INTO journal VALUES(83,1795804118483279,'全权',NULL,'command-line','assessment-filled',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-filled","form":{"amount":680000000,"summary":"建设智慧教室","items":[{"item":"basis","score":"4","evidence":"实施方案"},{"item":"need","score":"4","evidence":"实施方案"},{"item":"duty","score":"4","evidence":"实施方案"},{"item":"public","score":"4","evidence":"实施方案"},{"item":"estimate","score":"4","evidence":"实施方案"},{"item":"cost","score":"4","evidence":"实施方案"},{"item":"output","score":"4","evidence":"实施方案"},{"item":"repeat","score":"4","evidence":"实施方案"},{"item":"clear","score":"4","evidence":"实施方案"},{"item":"matching","score":"4","evidence":"实施方案"},{"item":"measured","score":"4","evidence":"实施方案"},{"item":"reachable","score":"4","evidence":"实施方案"},{"item":"content","score":"4","evidence":"实施方案"},{"item":"organisation","score":"4","evidence":"实施方案"},{"item":"schedule","score":"4","evidence":"实施方案"},{"item":"risk","score":"4","evidence":"实施方案"},{"item":"source","score":"4","evidence":"实施方案"},{"item":"capacity","score":"4","evidence":"实施方案"},{"item":"matching-funds","score":"4","evidence":"实施方案"},{"item":"debt","score":"4","evidence":"实施方案"}]},"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118483279},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118483279}}','d9ea17905fcc3a1edb62259acae323ce49419c82cbefb2c4f6bb0cc223abc7db','eaf3bcdc927aded604361b695099a413dd4109f60ee438fe778505feee0231c9');
INSERT INTO journal VALUES(84,1795804118485873,'全权',NULL,'command-line','assessment-submitted',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-submitted","from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118483279},"to":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118485873}}','eaf3bcdc927aded604361b695099a413dd4109f60ee438fe778505feee0231c9','13ca012c98de1fe46ad71d2ce0975ee81328dd7093f6b4cec7b8d65060a66c75');
INSERT INTO journal VALUES(85,1795804118487881,'全权',NULL,'command-line','assessment-undone',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-undone","undone":84,"from":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118485873},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118483279}}','13ca012c98de1fe46ad71d2ce0975ee81328dd7093f6b4cec7b8d65060a66c75','4ac0d6e84783ce354db2310ba963b341b6b752321ee7b3d127f920c10c1c54c8');
INSERT INTO journal VALUES(86,1795804118491015,'全权',NULL,'command-line','assessment-submitted',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-submitted","from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118483279},"to":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118491015}}','4ac0d6e84783ce354db2310ba963b341b6b752321ee7b3d127f920c10c1c54c8','db2f78e66234fcb678188633d714a53ffd8d38a685cda80e697d222300694989');
INSERT INTO journal VALUES(87,1795804118493092,'全权',NULL,'command-line','assessment-reviewed',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-reviewed","review":{"round":1,"stage":"desk","scores":["4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4"],"total":"80","suggested":"adjust","verdict":"pass","opinion":"测算需再核"},"from":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118491015},"to":{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118493092}}','db2f78e66234fcb678188633d714a53ffd8d38a685cda80e697d222300694989','cf1178ea0ec868553673c09337bd66978fb9f3de6cd9c5e3f632aead274d8628');
INSERT INTO journal VALUES(88,1795804118494260,'全权',NULL,'command-line','assessment-reviewed',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-reviewed","review":{"round":1,"stage":"budget","scores":["4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4","4"],"total":"80","suggested":"adjust","conclusion":"adjust","verdict":"conclude","opinion":"压减设备投入"},"from":{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118493092},"to":{"state":"adjusting","stage":null,"round":1,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795804118494260}}','cf1178ea0ec868553673c09337bd66978fb9f3de6cd9c5e3f632aead274d8628','f1c4f7dbe9dba8c43c2b4cc321739e4b3cc258f3c2bc11f8732d833e5dd6b8ed');
INSERT INTO journal VALUES(89,1795804118495711,'全权',NULL,'command-line','assessment-filled',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-filled","form":{"amount":680000000,"summary":"建设智慧教室","items":[{"item":"basis","score":"5","evidence":"实施方案"},{"item":"need","score":"5","evidence":"实施方案"},{"item":"duty","score":"5","evidence":"实施方案"},{"item":"public","score":"5","evidence":"实施方案"},{"item":"estimate","score":"5","evidence":"实施方案"},{"item":"cost","score":"5","evidence":"实施方案"},{"item":"output","score":"5","evidence":"实施方案"},{"item":"repeat","score":"5","evidence":"实施方案"},{"item":"clear","score":"5","evidence":"实施方案"},{"item":"matching","score":"5","evidence":"实施方案"},{"item":"measured","score":"5","evidence":"实施方案"},{"item":"reachable","score":"5","evidence":"实施方案"},{"item":"content","score":"5","evidence":"实施方案"},{"item":"organisation","score":"5","evidence":"实施方案"},{"item":"schedule","score":"5","evidence":"实施方案"},{"item":"risk","score":"5","evidence":"实施方案"},{"item":"source","score":"5","evidence":"实施方案"},{"item":"capacity","score":"5","evidence":"实施方案"},{"item":"matching-funds","score":"5","evidence":"实施方案"},{"item":"debt","score":"5","evidence":"实施方案"}],"rectified":"已压减设备投入"},"from":{"state":"adjusting","stage":null,"round":1,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795804118494260},"to":{"state":"adjusting","stage":null,"round":2,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795804118494260}}','f1c4f7dbe9dba8c43c2b4cc321739e4b3cc258f3c2bc11f8732d833e5dd6b8ed','5a71da8c4bb3221f158c35d6bf43c62720ebffa13b077f38d3a946491bbf9608');
INSERT INTO journal VALUES(90,1795804118497009,'全权',NULL,'command-line','assessment-submitted',1,NULL,'{"kind":"assessment","assessment":1,"act":"assessment-submitted","from":{"state":"adjusting","stage":null,"round":2,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795804118494260},"to":{"state":"pending","stage":"desk","round":2,"returns":0,"answered":1,"resume":null,"grade":null,"due":null,"since":1795804118497009}}','5a71da8c4bb3221f158c35d6bf43c62720ebffa13b077f38d3a946491bbf9608','74eb4dcc3e6278358cb206fc576c83b947c2120779e5a0bd3a5ed85ae95d0446');
INSERT INTO journal VALUES(91,1795804118497917,'全权',NULL,'command-line','assessment-registered',1,NULL,'{"kind":"assessment","assessment":2,"act":"assessment-registered","year":2021,"unit":2,"project":{"code":null,"name":"水库除险加固工程"},"category":"特定目标类项目","to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118497917}}','74eb4dcc3e6278358cb206fc576c83b947c2120779e5a0bd3a5ed85ae95d0446','c703068055b2eaf4589e0f2beefdabfcdd4ad3704521d6b35fe24b213120ead6');
INSERT INTO journal VALUES(92,1795804118497917,'全权',NULL,'command-line','assessment-filled',1,NULL,'{"kind":"assessment","assessment":2,"act":"assessment-filled","form":{"amount":680000000,"summary":"建设智慧教室","items":[{"item":"basis","score":"3","evidence":"实施方案"},{"item":"need","score":"3","evidence":"实施方案"},{"item":"duty","score":"3","evidence":"实施方案"},{"item":"public","score":"3","evidence":"实施方案"},{"item":"estimate","score":"3","evidence":"实施方案"},{"item":"cost","score":"3","evidence":"实施方案"},{"item":"output","score":"3","evidence":"实施方案"},{"item":"repeat","score":"3","evidence":"实施方案"},{"item":"clear","score":"3","evidence":"实施方案"},{"item":"matching","score":"3","evidence":"实施方案"},{"item":"measured","score":"3","evidence":"实施方案"},{"item":"reachable","score":"3","evidence":"实施方案"},{"item":"content","score":"3","evidence":"实施方案"},{"item":"organisation","score":"3","evidence":"实施方案"},{"item":"schedule","score":"3","evidence":"实施方案"},{"item":"risk","score":"3","evidence":"实施方案"},{"item":"source","score":"3","evidence":"实施方案"},{"item":"capacity","score":"3","evidence":"实施方案"},{"item":"matching-funds","score":"3","evidence":"实施方案"},{"item":"debt","score":"3","evidence":"实施方案"}]},"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118497917},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118497917}}','c703068055b2eaf4589e0f2beefdabfcdd4ad3704521d6b35fe24b213120ead6','07b8048eab3d9f1bf03b71f3aeae2aba0c70b7726b597dabc6492037bcf01458');
INSERT INTO journal VALUES(93,1795804118498987,'全权',NULL,'command-line','assessment-withdrawn',1,NULL,'{"kind":"assessment","assessment":2,"act":"assessment-withdrawn","reason":"缓建","from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118497917},"to":{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118498987}}','07b8048eab3d9f1bf03b71f3aeae2aba0c70b7726b597dabc6492037bcf01458','4e30ea47209d37c197286f4bd211ef4b68ac5d5c87a27f4c42f7ec22abee9067');
INSERT INTO journal VALUES(94,1795804118502869,'全权',NULL,'command-line','user-key-set',1,NULL,'{"kind":"user-key-set","user":"教科文股经办","key":{"algorithm":"ssh-ed25519","blob":"AAAAC3NzaC1lZDI1NTE5AAAAILNDQcfj2TGKOIT9MsfPyCcoCRhCF6QADPb5NKpKxHhX","comment":"经办"}}','4e30ea47209d37c197286f4bd211ef4b68ac5d5c87a27f4c42f7ec22abee9067','f8891684cb9e2da0b2a633eb8d176392816b153b21d835d58ee95f92142f822e');
INSERT INTO journal VALUES(95,1795804118503899,'全权',NULL,'command-line','user-disabled',1,NULL,'{"kind":"user-disabled","user":"教科文股经办","reason":"调离"}','f8891684cb9e2da0b2a633eb8d176392816b153b21d835d58ee95f92142f822e','712ed039295c106a8cecbb03723b83cf41ba8008fcdafb4248ffa8c7dc75d1a3');
INSERT INTO journal VALUES(96,1795804118504918,'全权',NULL,'command-line','user-enabled',1,NULL,'{"kind":"user-enabled","user":"教科文股经办"}','712ed039295c106a8cecbb03723b83cf41ba8008fcdafb4248ffa8c7dc75d1a3','12073540554c3d0719a0521611f26e0ad0e48f5b5fefd36997e7d25001d2f47b');
INSERT INTO journal VALUES(97,1795804118505416,'全权',NULL,'command-line','library-set',1,NULL,'{"kind":"library-set","standards":[{"field":"教育","l1":"产出指标","l2":"数量指标","name":"受益学生人数","sign":"≥","unit":"人","aliases":["资助学生人数"]}]}','12073540554c3d0719a0521611f26e0ad0e48f5b5fefd36997e7d25001d2f47b','35840b4eed6e1190004215b224ebaf9360bed22cf254d0cec8acc2e1ffc361e5');
INSERT INTO journal VALUES(98,1795804118507446,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":1,"contents":{"register":"document","number":"师财绩〔2020〕2号","title":"第1件","issuers":["县财政局","县审计局"],"issued":"2020-03-02","kind":"measures","level":"county","scope":"范围0","address":"http://www.example.gov.cn/0","text":"第0次登记"}}','35840b4eed6e1190004215b224ebaf9360bed22cf254d0cec8acc2e1ffc361e5','e09b4ad62cbe3a236337066747251a7d6c3f9d47e149ae4a4c2c6c2ebfae52c4');
INSERT INTO journal VALUES(99,1795804118509857,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":1,"contents":{"register":"document","number":"师财绩〔2020〕2号","title":"第1件","issuers":["县财政局","县审计局"],"issued":"2020-03-02","kind":"measures","level":"county","scope":"范围1","address":"http://www.example.gov.cn/1","text":"第1次登记"},"reason":"核对后更正"}','e09b4ad62cbe3a236337066747251a7d6c3f9d47e149ae4a4c2c6c2ebfae52c4','d1223ea865c75d49b20daa7539368a881124a0fd696b46a88e8caa78d3671f17');
INSERT INTO journal VALUES(100,1795804118512994,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":2,"contents":{"register":"group","post":"岗位1","duty":"member","organisation":"","work":"职责0"}}','d1223ea865c75d49b20daa7539368a881124a0fd696b46a88e8caa78d3671f17','201b93571926fac39cadaaab5722e2c1de9ed7a7155c092e3d5f7672071f2383');
INSERT INTO journal VALUES(101,1795804118515090,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":2,"contents":{"register":"group","post":"岗位1","duty":"member","organisation":"","work":"职责1"},"reason":"核对后更正"}','201b93571926fac39cadaaab5722e2c1de9ed7a7155c092e3d5f7672071f2383','5617babbc4478c5f4ba37a66f6b59b034309cc72afad2d39a0862e7adeed83de');
INSERT INTO journal VALUES(102,1795804118517494,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":3,"contents":{"register":"window","year":2020,"content":"self-evaluations","from":"2020-02-11","to":"2020-02-20","address":"http://www.example.gov.cn/0"}}','5617babbc4478c5f4ba37a66f6b59b034309cc72afad2d39a0862e7adeed83de','5ce7cc325a90bfb3aa8f11f9381e934a243cf63ac052597f70faf52743d88854');
INSERT INTO journal VALUES(103,1795804118520575,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":3,"contents":{"register":"window","year":2020,"content":"self-evaluations","from":"2020-02-11","to":"2020-02-21","address":"http://www.example.gov.cn/1"},"reason":"核对后更正"}','5ce7cc325a90bfb3aa8f11f9381e934a243cf63ac052597f70faf52743d88854','73f12dce5818aa38b3071e510eac381e9e07823dd45808b12ab1564e2c4cdba3');
INSERT INTO journal VALUES(104,1795804118523320,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":4,"unit":2,"contents":{"register":"disclosure","year":2020,"content":"self-evaluations","unit":{"code":"401001","name":"县水务局"},"published":"2020-02-20","address":"http://www.example.gov.cn/0"}}','73f12dce5818aa38b3071e510eac381e9e07823dd45808b12ab1564e2c4cdba3','8e470440fb434416e4b69b4082414a7d14b45307286b24ce00f40db6514bbe86');
INSERT INTO journal VALUES(105,1795804118527061,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":4,"unit":2,"contents":{"register":"disclosure","year":2020,"content":"self-evaluations","unit":{"code":"401001","name":"县水务局"},"published":"2020-02-21","address":"http://www.example.gov.cn/1"},"reason":"核对后更正"}','8e470440fb434416e4b69b4082414a7d14b45307286b24ce00f40db6514bbe86','4801c43332913bec5149864b831baef7e92447cc2954d1dd3a7584706a5eead9');
INSERT INTO journal VALUES(106,1795804118529694,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":5,"contents":{"register":"allocation","year":2020,"kind":"poverty","number":"师财农〔2020〕1号","title":"第1件","issued":"2020-03-02","amount":1500000}}','4801c43332913bec5149864b831baef7e92447cc2954d1dd3a7584706a5eead9','659ef4a8f05057d6be19b68737cd3b5f165f0289ecb1bb8bcd060dbc75f78f81');
INSERT INTO journal VALUES(107,1795804118530931,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":5,"contents":{"register":"allocation","year":2020,"kind":"poverty","number":"师财农〔2020〕1号","title":"第1件","issued":"2020-03-02","amount":2500000},"reason":"核对后更正"}','659ef4a8f05057d6be19b68737cd3b5f165f0289ecb1bb8bcd060dbc75f78f81','5bbe62cdab22d71237e9363524907498901d28d71f48afd1e8297b1258d9df5c');
INSERT INTO journal VALUES(108,1795804118533235,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":6,"unit":2,"contents":{"register":"poverty","year":2020,"unit":{"code":"401001","name":"县水务局"},"project":"项目1","amount":1500000,"number":"师财农〔2020〕1号","filled":"2020-03-05"}}','5bbe62cdab22d71237e9363524907498901d28d71f48afd1e8297b1258d9df5c','19c4598af2e5119bf486304991ca8a5c4b7ae00901aab82f9ece9de36871a767');
INSERT INTO journal VALUES(109,1795804118534414,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":6,"unit":2,"contents":{"register":"poverty","year":2020,"unit":{"code":"401001","name":"县水务局"},"project":"项目1","amount":2500000,"number":"师财农〔2020〕1号","filled":"2020-03-05"},"reason":"核对后更正"}','19c4598af2e5119bf486304991ca8a5c4b7ae00901aab82f9ece9de36871a767','0045993caa933fe546103739239ab75100ae0a904e6cc09c57e7cf420e679d94');
INSERT INTO journal VALUES(110,1795804118536835,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":7,"contents":{"register":"inspection","year":2020,"title":"第1件","from":"2020-02-11","to":"2020-02-20","scope":"范围0","text":"第0次登记"}}','0045993caa933fe546103739239ab75100ae0a904e6cc09c57e7cf420e679d94','9cf5e537e26e8cfbbcc02905f932e49a6fbbbf86978a542913c5dd18c8ea2864');
INSERT INTO journal VALUES(111,1795804118538182,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":7,"contents":{"register":"inspection","year":2020,"title":"第1件","from":"2020-02-11","to":"2020-02-21","scope":"范围1","text":"第1次登记"},"reason":"核对后更正"}','9cf5e537e26e8cfbbcc02905f932e49a6fbbbf86978a542913c5dd18c8ea2864','143b5375c152af4ef6557356ed3bdab259edf8b5d0ab31a9af9b0dedc2b4d164');
INSERT INTO journal VALUES(112,1795804118539153,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":8,"contents":{"register":"training","held":"2020-06-11","subject":"主题1","people":0,"text":"第0次登记"}}','143b5375c152af4ef6557356ed3bdab259edf8b5d0ab31a9af9b0dedc2b4d164','bd82e55f4e46ae4520932841320b801c9cc5765fd8189b06275bc8b0ab6a1556');
INSERT INTO journal VALUES(113,1795804118540331,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":8,"contents":{"register":"training","held":"2020-06-11","subject":"主题1","people":1,"text":"第1次登记"},"reason":"核对后更正"}','bd82e55f4e46ae4520932841320b801c9cc5765fd8189b06275bc8b0ab6a1556','762f96f86e200637085ffdafbac85c346c00b7d44740153dbfe58f12cc132c20');
INSERT INTO journal VALUES(114,1795804118541617,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":9,"contents":{"register":"publicity","sent":"2020-06-12","title":"第1件","outlet":"信息中心0","address":"http://www.example.gov.cn/0"}}','762f96f86e200637085ffdafbac85c346c00b7d44740153dbfe58f12cc132c20','755f0b69bddd3a0cbcfff05d4acfa31b828813ab1ed53744e5cf448550580184');
INSERT INTO journal VALUES(115,1795804118543715,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":9,"contents":{"register":"publicity","sent":"2020-06-12","title":"第1件","outlet":"信息中心1","address":"http://www.example.gov.cn/1"},"reason":"核对后更正"}','755f0b69bddd3a0cbcfff05d4acfa31b828813ab1ed53744e5cf448550580184','ccb41cd10f1adadc2b5ff2ad2a48cdcd703e1efb027e5be6c329aa85bc6a11f0');
INSERT INTO journal VALUES(116,1795804118546392,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":10,"unit":2,"contents":{"register":"subordinate","unit":{"code":"401001","name":"县水务局"},"department":{"code":"101001","name":"县教育体育局"},"text":"第0次登记"}}','ccb41cd10f1adadc2b5ff2ad2a48cdcd703e1efb027e5be6c329aa85bc6a11f0','a258df554d47bc1af7906475f894689dec3000c8be65128554e6b7549f9d696e');
INSERT INTO journal VALUES(117,1795804118548014,'全权',NULL,'command-line','register-corrected',1,NULL,'{"kind":"register-corrected","record":10,"unit":2,"contents":{"register":"subordinate","unit":{"code":"401001","name":"县水务局"},"department":{"code":"101001","name":"县教育体育局"},"text":"第1次登记"},"reason":"核对后更正"}','a258df554d47bc1af7906475f894689dec3000c8be65128554e6b7549f9d696e','ad469ec79a17af50cacf35955539b2cd9c55de2d0f1f59be211463f812cf8f78');
INSERT INTO journal VALUES(118,1795804118548974,'全权',NULL,'command-line','register-removed',1,NULL,'{"kind":"register-removed","record":1,"register":"document","reason":"重复"}','ad469ec79a17af50cacf35955539b2cd9c55de2d0f1f59be211463f812cf8f78','b881fd109479be680230887e66572357baa505658cff601fa6253e840b1b42bd');
INSERT INTO journal VALUES(119,1795804118548974,'全权',NULL,'command-line','clock-set-back',1,NULL,'{"kind":"clock-set-back","clock":1795510800000000}','b881fd109479be680230887e66572357baa505658cff601fa6253e840b1b42bd','e90d8a902b00bcd9b008b21bf32c83e97f3c108cb323b3fa75b88c63957b4366');
INSERT INTO journal VALUES(120,1795804118548974,'全权',NULL,'command-line','register-recorded',1,NULL,'{"kind":"register-recorded","record":11,"contents":{"register":"document","number":"师财绩〔2020〕1号","title":"第0件","issuers":["县财政局","县审计局"],"issued":"2020-03-02","kind":"measures","level":"county","scope":"范围2","address":"http://www.example.gov.cn/2","text":"第2次登记"}}','e90d8a902b00bcd9b008b21bf32c83e97f3c108cb323b3fa75b88c63957b4366','92b1f8998fd14b8c46b5747aba732eb3f24873618d4c8ff4d5391c50952af1fc');
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
INSERT INTO target VALUES(2,2021,2,'农业农村股',NULL,'农村饮水安全','农村饮水安全','特定目标类项目','target-review',5,'withdrawn','',2,0,NULL,NULL,NULL,NULL,1795804118414950,0,3000037,1,0,4,4,NULL,8700,'87');
INSERT INTO target VALUES(3,2021,2,'农业农村股','53039921T000000101002','校舍维修改造','校舍维修改造','特定目标类项目','target-review',9,'negotiating','',2,0,2,NULL,'良','2026-12-04',1795804118455928,0,1000037,1,0,3,4,NULL,NULL,NULL);
INSERT INTO target VALUES(4,2021,1,'教科文股',NULL,'农村饮水安全','农村饮水安全','特定目标类项目','target-review',8,'budgeted','',1,0,NULL,NULL,'优',NULL,1795804118467139,0,1000037,1,0,4,4,NULL,NULL,NULL);
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
INSERT INTO submission VALUES(2,2,3000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第3版.xlsx','a71e1dd18ca95ec49c5764cd40b5e139865c73a06fe5ac0626c0917e26ab20cc',1795804118416638);
INSERT INTO submission VALUES(3,2,1000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第1版.xlsx','e9003e9a4d73351287f75117cacf8052dcd9a5612ad6bc943bdacb6d06055268',1795804118422426);
INSERT INTO submission VALUES(4,1,1000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第1版.xlsx','e9003e9a4d73351287f75117cacf8052dcd9a5612ad6bc943bdacb6d06055268',1795804118461063);
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
INSERT INTO review VALUES(29,1,2,'desk','全权',NULL,1795804118403010,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',1);
INSERT INTO review VALUES(42,3,2,'department','全权',NULL,1795804118427642,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(43,3,2,'desk','全权',NULL,1795804118428750,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(44,3,2,'performance','全权',NULL,1795804118431631,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(45,3,2,'budget','全权',NULL,1795804118435001,'良','良良良良良良','','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(58,3,2,'joint','主任',NULL,1795804118455928,'良','','',NULL,'decide','会审评定为良。','',0);
INSERT INTO review VALUES(67,4,1,'department','全权',NULL,1795804118467139,'优','优优优优优优','','优','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(68,4,1,'desk','全权',NULL,1795804118467139,'优','优优优优优优','','优','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(69,4,1,'performance','全权',NULL,1795804118467139,'优','优优优优优优','','优','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(70,4,1,'budget','全权',NULL,1795804118467139,'优','优优优优优优','','优','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(71,4,1,'joint','全权',NULL,1795804118467139,'优','','',NULL,'decide','同意。','',0);
CREATE TABLE step (
    target_id integer not null references target (id),
    seq integer not null references journal (seq),
    at integer not null,
    actor text not null,
    kind text not null,
    from_standing text,
    to_standing text not null,
    undone integer not null,
    primary key (target_id, seq)
) strict, without rowid;
INSERT INTO step VALUES(1,7,1795510800000000,'全权','target-registered',NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(1,8,1795510800000000,'全权','submission-received','{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(1,17,1795510800000000,'全权','target-submitted','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(1,19,1795510800000000,'全权','review-given','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(1,20,1795510800000000,'全权','review-given','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000}','{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}',0);
INSERT INTO step VALUES(1,21,1795510800000000,'全权','submission-received','{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}','{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}',0);
INSERT INTO step VALUES(1,23,1795510800000000,'全权','target-submitted','{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}','{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(1,29,1795804118403010,'全权','review-given','{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}','{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795804118403010}',1);
INSERT INTO step VALUES(1,30,1795804118406255,'全权','act-undone','{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795804118403010}','{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(2,10,1795510800000000,'全权','target-registered',NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(2,11,1795510800000000,'全权','submission-received','{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(2,18,1795510800000000,'全权','target-submitted','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(2,35,1795804118414950,'全权','target-withdrawn','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118414950}',0);
INSERT INTO step VALUES(2,36,1795804118416638,'全权','submission-received','{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118414950}','{"state":"withdrawn","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118414950}',0);
INSERT INTO step VALUES(3,25,1795510800000000,'全权','target-registered',NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(3,26,1795510800000000,'全权','submission-received','{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(3,39,1795804118422426,'全权','submission-received','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(3,41,1795804118426345,'全权','target-submitted','{"state":"draft","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118426345}',0);
INSERT INTO step VALUES(3,42,1795804118427642,'全权','review-given','{"state":"pending","stage":"department","round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118426345}','{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118427642}',0);
INSERT INTO step VALUES(3,43,1795804118428750,'全权','review-given','{"state":"pending","stage":"desk","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118427642}','{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118428750}',0);
INSERT INTO step VALUES(3,44,1795804118431631,'全权','review-given','{"state":"pending","stage":"performance","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118428750}','{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118431631}',0);
INSERT INTO step VALUES(3,45,1795804118435001,'全权','review-given','{"state":"pending","stage":"budget","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118431631}','{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118435001}',0);
INSERT INTO step VALUES(3,58,1795804118455928,'主任','review-given','{"state":"pending","stage":"joint","round":2,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795804118435001}','{"state":"negotiating","stage":null,"round":2,"returns":0,"answered":2,"resume":null,"grade":"良","due":"2026-12-04","since":1795804118455928}',0);
INSERT INTO step VALUES(4,63,1795804118461063,'全权','target-registered',NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118461063}',0);
INSERT INTO step VALUES(4,64,1795804118461063,'全权','submission-received','{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118461063}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118461063}',0);
INSERT INTO step VALUES(4,66,1795804118467139,'全权','target-submitted','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118461063}','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118467139}',0);
INSERT INTO step VALUES(4,67,1795804118467139,'全权','review-given','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118467139}','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139}',0);
INSERT INTO step VALUES(4,68,1795804118467139,'全权','review-given','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139}','{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139}',0);
INSERT INTO step VALUES(4,69,1795804118467139,'全权','review-given','{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139}','{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139}',0);
INSERT INTO step VALUES(4,70,1795804118467139,'全权','review-given','{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139}','{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139}',0);
INSERT INTO step VALUES(4,71,1795804118467139,'全权','review-given','{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139}','{"state":"budgeted","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":"优","due":null,"since":1795804118467139}',0);
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
INSERT INTO evaluation VALUES(3,1,'101001','县教育体育局',NULL,'农村饮水安全','农村饮水安全',2021,'self',1000000,950000,'99.5',0,'{"outcome":"全部完成。"}','全权',1795804118475492,'accepted','同意','全权',1795804118481620);
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
INSERT INTO session VALUES(1,'第一次会审',NULL,2,3,30,'closed',NULL,1795804118449152,1795804118457899);
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
INSERT INTO agenda_item VALUES(1,0,3,'decided',0,1,NULL,8747,59,'');
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
INSERT INTO seal VALUES(1,3,1,'委员','5b857b0eb752a83fc9f7f2bf2012c6c5d5fc774148163dc07739253fdf446134',1795804118450779);
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
INSERT INTO decision VALUES(59,1,3,'良','会审评定为良。',NULL,0,1795804118455928,1,1,1,0);
CREATE TABLE considered (
    session_id integer not null references session (id),
    target_id integer not null references target (id),
    seq integer not null references journal (seq),
    round integer not null,
    amount integer,
    prior_text text,
    due text,
    state text not null,
    stage text not null,
    primary key (session_id, target_id)
) strict, without rowid;
INSERT INTO considered VALUES(1,3,59,2,1000037,NULL,'2026-12-04','negotiating','');
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
INSERT INTO checked VALUES(1,2,4);
INSERT INTO checked VALUES(2,2,4);
INSERT INTO checked VALUES(3,2,4);
INSERT INTO checked VALUES(4,1,4);
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
INSERT INTO waiver VALUES(3,'cfe19aff989fa38e','objective-uncovered','已核对','全权',1795804118460022);
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
INSERT INTO assessment VALUES(1,2021,1,NULL,'智慧校园建设项目','智慧校园建设项目','特定目标类项目',9,'{"state":"pending","stage":"desk","round":2,"returns":0,"answered":1,"resume":null,"grade":null,"due":null,"since":1795804118497009}','pending','desk',680000000,'100','80');
INSERT INTO assessment VALUES(2,2021,2,NULL,'水库除险加固工程','水库除险加固工程','特定目标类项目',3,'{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118498987}','withdrawn',NULL,680000000,'60',NULL);
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
INSERT INTO assessment_round VALUES(1,1,680000000,'建设智慧教室','','','全权',1795804118483279);
INSERT INTO assessment_round VALUES(1,2,680000000,'建设智慧教室','已压减设备投入','','全权',1795804118495711);
INSERT INTO assessment_round VALUES(2,1,680000000,'建设智慧教室','','','全权',1795804118497917);
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
INSERT INTO assessment_review VALUES(87,1,1,'desk','全权',1795804118493092,'4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4','80','adjust',NULL,'pass','测算需再核','',0);
INSERT INTO assessment_review VALUES(88,1,1,'budget','全权',1795804118494260,'4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4,4','80','adjust','adjust','conclude','压减设备投入','',0);
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
INSERT INTO assessment_act VALUES(82,1,'assessment-registered','全权',1795804118483279,NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118483279}',0);
INSERT INTO assessment_act VALUES(83,1,'assessment-filled','全权',1795804118483279,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118483279}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118483279}',0);
INSERT INTO assessment_act VALUES(84,1,'assessment-submitted','全权',1795804118485873,'{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118483279}','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118485873}',1);
INSERT INTO assessment_act VALUES(85,1,'assessment-undone','全权',1795804118487881,'{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118485873}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118483279}',0);
INSERT INTO assessment_act VALUES(86,1,'assessment-submitted','全权',1795804118491015,'{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118483279}','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118491015}',0);
INSERT INTO assessment_act VALUES(87,1,'assessment-reviewed','全权',1795804118493092,'{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118491015}','{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118493092}',0);
INSERT INTO assessment_act VALUES(88,1,'assessment-reviewed','全权',1795804118494260,'{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118493092}','{"state":"adjusting","stage":null,"round":1,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795804118494260}',0);
INSERT INTO assessment_act VALUES(89,1,'assessment-filled','全权',1795804118495711,'{"state":"adjusting","stage":null,"round":1,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795804118494260}','{"state":"adjusting","stage":null,"round":2,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795804118494260}',0);
INSERT INTO assessment_act VALUES(90,1,'assessment-submitted','全权',1795804118497009,'{"state":"adjusting","stage":null,"round":2,"returns":0,"answered":1,"resume":"desk","grade":null,"due":"2026-12-11","since":1795804118494260}','{"state":"pending","stage":"desk","round":2,"returns":0,"answered":1,"resume":null,"grade":null,"due":null,"since":1795804118497009}',0);
INSERT INTO assessment_act VALUES(91,2,'assessment-registered','全权',1795804118497917,NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118497917}',0);
INSERT INTO assessment_act VALUES(92,2,'assessment-filled','全权',1795804118497917,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118497917}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118497917}',0);
INSERT INTO assessment_act VALUES(93,2,'assessment-withdrawn','全权',1795804118498987,'{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118497917}','{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795804118498987}',0);
CREATE TABLE evaluation_opening (
    year integer primary key,
    approved text not null,
    due text not null,
    made_by text not null,
    at integer not null
) strict;
INSERT INTO evaluation_opening VALUES(2021,'2022-08-19','2022-09-19','全权',1795804118470152);
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
INSERT INTO monitoring VALUES(73,4,'jul',1000000,600000,NULL,'red',1932,'全权',1795804118472011,0,'adjust','请调整',NULL,'全权',1795804118474129,'已补发','全权',1795804118474928);
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
INSERT INTO filling_warning VALUES(74,4,'jul','late','','全权',1795804118472011,'全权',1795804118472011);
INSERT INTO filling_warning VALUES(76,4,'jul','blank','1','全权',1795804118472011,NULL,NULL);
INSERT INTO filling_warning VALUES(77,4,'jul','reason','0','全权',1795804118472011,NULL,NULL);
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
INSERT INTO record VALUES(1,'document',NULL,2020,NULL,3,1,'全权',1795804118548974,'重复');
INSERT INTO record VALUES(2,'group','岗位1',NULL,NULL,2,0,'全权',1795804118515090,'核对后更正');
INSERT INTO record VALUES(3,'window','2020:self-evaluations',2020,NULL,2,0,'全权',1795804118520575,'核对后更正');
INSERT INTO record VALUES(4,'disclosure','2020:self-evaluations:401001',2020,2,2,0,'全权',1795804118527061,'核对后更正');
INSERT INTO record VALUES(5,'allocation','poverty:师财农〔2020〕1号',2020,NULL,2,0,'全权',1795804118530931,'核对后更正');
INSERT INTO record VALUES(6,'poverty','2020:401001:项目1',2020,2,2,0,'全权',1795804118534414,'核对后更正');
INSERT INTO record VALUES(7,'inspection','2020:第1件',2020,NULL,2,0,'全权',1795804118538182,'核对后更正');
INSERT INTO record VALUES(8,'training','2020-06-11:主题1',2020,NULL,2,0,'全权',1795804118540331,'核对后更正');
INSERT INTO record VALUES(9,'publicity','2020-06-12:第1件',2020,NULL,2,0,'全权',1795804118543715,'核对后更正');
INSERT INTO record VALUES(10,'subordinate','401001',NULL,2,2,0,'全权',1795804118548014,'核对后更正');
INSERT INTO record VALUES(11,'document','师财绩〔2020〕1号',2020,NULL,1,0,'全权',1795804118548974,'');
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
INSERT INTO record_act VALUES(116,10);
INSERT INTO record_act VALUES(117,10);
INSERT INTO record_act VALUES(118,1);
INSERT INTO record_act VALUES(120,11);
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
INSERT INTO document VALUES(11,'师财绩〔2020〕1号','第0件',replace('县财政局\n县审计局','\n',char(10)),'2020-03-02','measures','county','范围2','','http://www.example.gov.cn/2','第2次登记');
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
INSERT INTO inspection VALUES(7,2020,'第1件','2020-02-11','2020-02-21','范围1',NULL,NULL,NULL,'第1次登记');
CREATE TABLE training (
    id integer primary key references record (id),
    held text not null,
    subject text not null,
    lecturer text not null,
    audience text not null,
    people integer,
    text text not null
) strict;
INSERT INTO training VALUES(8,'2020-06-11','主题1','','',1,'第1次登记');
CREATE TABLE publicity (
    id integer primary key references record (id),
    sent text not null,
    title text not null,
    outlet text not null,
    author text not null,
    address text
) strict;
INSERT INTO publicity VALUES(9,'2020-06-12','第1件','信息中心1','','http://www.example.gov.cn/1');
CREATE TABLE subordinate (
    id integer primary key references record (id),
    unit_id integer not null references unit (id),
    department_id integer not null references unit (id),
    text text not null
) strict;
INSERT INTO subordinate VALUES(10,2,1,'第1次登记');
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
CREATE INDEX target_warned on target (year, findings) where findings > 0;
CREATE INDEX target_due on target (year, due, state) where due is not null;
CREATE INDEX target_year_unit on target (year, unit_id, id);
CREATE INDEX review_target on review (target_id, seq);
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
CREATE INDEX record_year on record (register, year, id, key) where key is not null;
CREATE INDEX record_act_record on record_act (record_id, seq);
CREATE INDEX disclosure_year on disclosure (year, content, unit_id, published);
CREATE INDEX allocation_year on allocation (year, kind, amount);
CREATE INDEX poverty_year on poverty_project (year, unit_id);
CREATE INDEX subordinate_unit on subordinate (unit_id, department_id);
CREATE INDEX subordinate_department on subordinate (department_id, unit_id);
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA application_id=1752393777;
PRAGMA user_version=5;

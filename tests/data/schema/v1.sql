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
INSERT INTO journal VALUES(8,1795510800000000,'全权',NULL,'command-line','submission-received',1,1,'{"kind":"submission-received","target":1,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','342bc682d5c9f5f02b0243933c19bbeafc55c59ca85daf1fb6da7a1b4c700880','639a311166c364b877188ac40d3054c24fa27eacfa089137c5b3994e8e575c9d');
INSERT INTO journal VALUES(9,1795510800000000,'全权',NULL,'command-line','target-registered',1,2,'{"kind":"target-registered","target":2,"year":2021,"unit":2,"project":{"code":null,"name":"农村饮水安全"},"category":"特定目标类项目","procedure":"target-review","prior":[{"evaluation":2,"reason":"name"}],"to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','639a311166c364b877188ac40d3054c24fa27eacfa089137c5b3994e8e575c9d','14b4e6d0dc49cfed535d6721ccc046a0cf776ab3d5ec07eea4eaced565dbce3c');
INSERT INTO journal VALUES(10,1795510800000000,'全权',NULL,'command-line','submission-received',1,2,'{"kind":"submission-received","target":2,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','14b4e6d0dc49cfed535d6721ccc046a0cf776ab3d5ec07eea4eaced565dbce3c','fe0933ee36476e62ee5a46663efea2bdb7ab272594a1129e3b4cea404fc044ec');
INSERT INTO journal VALUES(11,1795510800000000,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":1,"link":{"objective":0,"indicator":0,"origin":"confirmed","confidence":100,"by":"全权"}}','fe0933ee36476e62ee5a46663efea2bdb7ab272594a1129e3b4cea404fc044ec','b2ee400a137b0c05a0971acf849f9cb54b0b1a93ee0f7a9bd86e1e936c83825c');
INSERT INTO journal VALUES(12,1795510800000000,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":1,"link":{"objective":1,"indicator":1,"origin":"rejected","confidence":100,"by":"全权"}}','b2ee400a137b0c05a0971acf849f9cb54b0b1a93ee0f7a9bd86e1e936c83825c','e4ecdc475074f7cf2c848889b26fc8042a99de0c2c60b8f0e3a10b882dfad930');
INSERT INTO journal VALUES(13,1795510800000000,'全权',NULL,'command-line','target-submitted',1,1,'{"kind":"target-submitted","target":1,"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','e4ecdc475074f7cf2c848889b26fc8042a99de0c2c60b8f0e3a10b882dfad930','624d6c9da2769836d3813f49636e816409971ceba7ff4d65001e062de652685f');
INSERT INTO journal VALUES(14,1795510800000000,'全权',NULL,'command-line','target-submitted',1,2,'{"kind":"target-submitted","target":2,"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}}','624d6c9da2769836d3813f49636e816409971ceba7ff4d65001e062de652685f','8c1599bc7253db12838fa95e45b6a4743f27b0f1899f4f7ff304cf57881b7d3d');
INSERT INTO journal VALUES(15,1795510800000000,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":1,"stage":"department","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000}}','8c1599bc7253db12838fa95e45b6a4743f27b0f1899f4f7ff304cf57881b7d3d','3b1066ef563c876dc66eeb7a5b9994d57c716fdf4ca2207a97d8ac1ff66afbe4');
INSERT INTO journal VALUES(16,1795510800000000,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":1,"stage":"desk","grade":"中","criteria":["中","中","中","中","中","中"],"suggested":"中","verdict":"return","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000},"to":{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}}','3b1066ef563c876dc66eeb7a5b9994d57c716fdf4ca2207a97d8ac1ff66afbe4','584436c61b2f94c4e349df3a6eb0c62cacd08b232210e4b7625bb4573e62fb24');
INSERT INTO journal VALUES(17,1795510800000000,'全权',NULL,'command-line','submission-received',1,1,'{"kind":"submission-received","target":1,"submission":{"amount":2000037,"objective":"目标1：受益12000人；目标2：培训不少于200人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"202","unit":"人","weight":"15","raw":"≥202人"}],"source":"第2版.xlsx"},"links":[{"objective":0,"indicator":0,"origin":"confirmed","confidence":100,"by":"全权"}],"from":{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000},"to":{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}}','584436c61b2f94c4e349df3a6eb0c62cacd08b232210e4b7625bb4573e62fb24','47a62517ef9db1972f168fa36cebffa3b7790c1c6ad3bc1478ddc2431826a523');
INSERT INTO journal VALUES(18,1795510800000000,'全权',NULL,'command-line','target-submitted',1,1,'{"kind":"target-submitted","target":1,"from":{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000},"to":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}}','47a62517ef9db1972f168fa36cebffa3b7790c1c6ad3bc1478ddc2431826a523','046779aef79ab50371974f6d9da93d751a1bd27490a5813704cb3d1d6e7f3ecd');
INSERT INTO journal VALUES(19,1795755962665425,'全权',NULL,'command-line','review-given',1,1,'{"kind":"review-given","target":1,"review":{"round":2,"stage":"desk","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000},"to":{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795755962665425}}','046779aef79ab50371974f6d9da93d751a1bd27490a5813704cb3d1d6e7f3ecd','6634d7c3d5da852d991ef1f8ab7a83488101c2e1fa84d9cc8424d84547f516be');
INSERT INTO journal VALUES(20,1795755962668548,'全权',NULL,'command-line','act-undone',1,1,'{"kind":"act-undone","target":1,"act":19,"from":{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795755962665425},"to":{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}}','6634d7c3d5da852d991ef1f8ab7a83488101c2e1fa84d9cc8424d84547f516be','7be7279eab2902c0d1a12577bb525bc76c8d514ce3bc89816fef3867a0f94cbc');
INSERT INTO journal VALUES(21,1795755962669514,'全权',NULL,'command-line','link-set',1,1,'{"kind":"link-set","target":1,"round":2,"link":{"objective":2,"indicator":1,"origin":"confirmed","confidence":100,"by":"全权"}}','7be7279eab2902c0d1a12577bb525bc76c8d514ce3bc89816fef3867a0f94cbc','0c7f5df3103ef09d67be36fb87a83bcc490f67faae552e316bde589ea65f9ea3');
INSERT INTO journal VALUES(22,1795755962670470,'全权',NULL,'command-line','link-removed',1,1,'{"kind":"link-removed","target":1,"round":2,"objective":2,"indicator":1}','0c7f5df3103ef09d67be36fb87a83bcc490f67faae552e316bde589ea65f9ea3','d89e7d1657ff77d2042fa54b3e2c01f02d3df844f2802967fbd412b951b0daed');
INSERT INTO journal VALUES(23,1795755962671308,'全权',NULL,'command-line','target-withdrawn',1,2,'{"kind":"target-withdrawn","target":2,"reason":"项目取消","from":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000},"to":{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962671308}}','d89e7d1657ff77d2042fa54b3e2c01f02d3df844f2802967fbd412b951b0daed','ab93a522540230786ea2a90654c14ef5b83760143b49385b343a9996061f28a4');
INSERT INTO journal VALUES(24,1795755962672117,'全权',NULL,'command-line','submission-received',1,2,'{"kind":"submission-received","target":2,"submission":{"amount":3000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"203","unit":"人","weight":"15","raw":"≥203人"}],"source":"第3版.xlsx"},"links":[],"from":{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962671308},"to":{"state":"withdrawn","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962671308}}','ab93a522540230786ea2a90654c14ef5b83760143b49385b343a9996061f28a4','3ccbf9e26bac38fe392e1fd4578f7e892a21c0bb4dd8148bee68583093038ae6');
INSERT INTO journal VALUES(25,1795755962673710,'全权',NULL,'command-line','target-registered',1,3,'{"kind":"target-registered","target":3,"year":2021,"unit":1,"project":{"code":"53039921T000000101002","name":"校舍维修改造"},"category":"特定目标类项目","procedure":"target-review","prior":[],"to":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962673710}}','3ccbf9e26bac38fe392e1fd4578f7e892a21c0bb4dd8148bee68583093038ae6','668e35020cefa89ca51591d77548bfd3f8e6bc6c9a9e29a4af2d1ebd34a84c10');
INSERT INTO journal VALUES(26,1795755962673710,'全权',NULL,'command-line','submission-received',1,3,'{"kind":"submission-received","target":3,"submission":{"amount":1000037,"objective":"目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处","indicators":[{"l1":"产出指标","l2":"数量指标","l3":"受益人数","sign":"≥","value":"12000","unit":"人","weight":"15","raw":"≥12000人"},{"l1":"产出指标","l2":"数量指标","l3":"培训人数","sign":"≥","value":"201","unit":"人","weight":"15","raw":"≥201人"}],"source":"第1版.xlsx"},"links":[],"from":{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962673710},"to":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962673710}}','668e35020cefa89ca51591d77548bfd3f8e6bc6c9a9e29a4af2d1ebd34a84c10','ddb51dfe0ac56fa1e1d0ea317bcd5d24ca4779a26d54e91a3b8283777da16542');
INSERT INTO journal VALUES(27,1795755962675930,'全权',NULL,'command-line','target-submitted',1,3,'{"kind":"target-submitted","target":3,"from":{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962673710},"to":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962675930}}','ddb51dfe0ac56fa1e1d0ea317bcd5d24ca4779a26d54e91a3b8283777da16542','654189f221f7623d3d22c789de18daccb83878d60ed13e22b78a5e2f6c4f4492');
INSERT INTO journal VALUES(28,1795755962676730,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":1,"stage":"department","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962675930},"to":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962676730}}','654189f221f7623d3d22c789de18daccb83878d60ed13e22b78a5e2f6c4f4492','cca904785f9b9b757642b68c0ffea1135a8a4216ae1d9f4b6fa23cf8fb6b5baf');
INSERT INTO journal VALUES(29,1795755962677623,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":1,"stage":"desk","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962676730},"to":{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962677623}}','cca904785f9b9b757642b68c0ffea1135a8a4216ae1d9f4b6fa23cf8fb6b5baf','90f92c93fcb05b8c5ec2e886d9069d274b28a7c5fe8cbadfa1aa0b04c51dea63');
INSERT INTO journal VALUES(30,1795755962678482,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":1,"stage":"performance","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962677623},"to":{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962678482}}','90f92c93fcb05b8c5ec2e886d9069d274b28a7c5fe8cbadfa1aa0b04c51dea63','ebf7bd4c3b872cbb8f6705e772201319399fb16e544c79f180eec200a135b394');
INSERT INTO journal VALUES(31,1795755962679370,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":1,"stage":"budget","grade":"良","criteria":["良","良","良","良","良","良"],"suggested":"良","verdict":"pass","opinion":"目标2与指标对应，测算依据请补充。","reason":""},"from":{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962678482},"to":{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962679370}}','ebf7bd4c3b872cbb8f6705e772201319399fb16e544c79f180eec200a135b394','78c435adef25a25c81b280f58b3183e1a7605525b183d04ebf140ff2d59381f5');
INSERT INTO journal VALUES(32,1795755962680168,'全权',NULL,'command-line','review-given',1,3,'{"kind":"review-given","target":3,"review":{"round":1,"stage":"joint","grade":"良","criteria":[],"suggested":null,"verdict":"decide","opinion":"会审评定为良。","reason":""},"from":{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962679370},"to":{"state":"negotiating","stage":null,"round":1,"returns":0,"answered":1,"resume":null,"grade":"良","due":"2026-12-04","since":1795755962680168}}','78c435adef25a25c81b280f58b3183e1a7605525b183d04ebf140ff2d59381f5','5190b1216d936886f184a1fd1e77e23fb202b489deb3badc7fa4fb98db6b1f3a');
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
    amount integer,
    uncovered integer not null,
    orphans integer not null,
    findings integer not null,
    prior_score integer,
    prior_text text
) strict;
INSERT INTO target VALUES(1,2021,1,'教科文股','53039921T000000101000','营养改善计划','营养改善计划','特定目标类项目','target-review',9,'pending','desk',2,1,1,NULL,'中',NULL,1795510800000000,2000037,2,1,0,9200,'92');
INSERT INTO target VALUES(2,2021,2,'农业农村股',NULL,'农村饮水安全','农村饮水安全','特定目标类项目','target-review',5,'withdrawn','',2,0,NULL,NULL,NULL,NULL,1795755962671308,3000037,3,2,0,8700,'87');
INSERT INTO target VALUES(3,2021,1,'教科文股','53039921T000000101002','校舍维修改造','校舍维修改造','特定目标类项目','target-review',8,'negotiating','',1,0,1,NULL,'良','2026-12-04',1795755962680168,1000037,3,2,0,NULL,NULL);
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
INSERT INTO tally VALUES(2021,1,'negotiating','',1,1000037);
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
INSERT INTO submission VALUES(2,2,3000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第3版.xlsx','a71e1dd18ca95ec49c5764cd40b5e139865c73a06fe5ac0626c0917e26ab20cc',1795755962672117);
INSERT INTO submission VALUES(3,1,1000037,'目标1：受益12000人；目标2：培训不少于201人；目标3：建设3处','第1版.xlsx','e9003e9a4d73351287f75117cacf8052dcd9a5612ad6bc943bdacb6d06055268',1795755962673710);
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
INSERT INTO objective_item VALUES(3,1,0,'受益12000人');
INSERT INTO objective_item VALUES(3,1,1,'培训不少于201人');
INSERT INTO objective_item VALUES(3,1,2,'建设3处');
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
INSERT INTO indicator VALUES(2,2,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(2,2,1,'产出指标','数量指标','培训人数','≥','203','人','15','≥203人');
INSERT INTO indicator VALUES(3,1,0,'产出指标','数量指标','受益人数','≥','12000','人','15','≥12000人');
INSERT INTO indicator VALUES(3,1,1,'产出指标','数量指标','培训人数','≥','201','人','15','≥201人');
CREATE TABLE link (
    target_id integer not null,
    round integer not null,
    objective integer not null,
    indicator integer not null,
    origin text not null,
    confidence integer not null,
    made_by text not null,
    primary key (target_id, round, objective, indicator),
    foreign key (target_id, round) references submission (target_id, round)
) strict;
INSERT INTO link VALUES(1,1,0,0,'confirmed',100,'全权');
INSERT INTO link VALUES(1,1,1,1,'rejected',100,'全权');
INSERT INTO link VALUES(1,2,0,0,'confirmed',100,'全权');
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
    suggested text,
    verdict text not null,
    opinion text not null,
    reason text not null,
    undone integer not null
) strict;
INSERT INTO review VALUES(15,1,1,'department','全权',NULL,1795510800000000,'良','良良良良良良','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(16,1,1,'desk','全权',NULL,1795510800000000,'中','中中中中中中','中','return','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(19,1,2,'desk','全权',NULL,1795755962665425,'良','良良良良良良','良','pass','目标2与指标对应，测算依据请补充。','',1);
INSERT INTO review VALUES(28,3,1,'department','全权',NULL,1795755962676730,'良','良良良良良良','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(29,3,1,'desk','全权',NULL,1795755962677623,'良','良良良良良良','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(30,3,1,'performance','全权',NULL,1795755962678482,'良','良良良良良良','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(31,3,1,'budget','全权',NULL,1795755962679370,'良','良良良良良良','良','pass','目标2与指标对应，测算依据请补充。','',0);
INSERT INTO review VALUES(32,3,1,'joint','全权',NULL,1795755962680168,'良','',NULL,'decide','会审评定为良。','',0);
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
INSERT INTO step VALUES(9,2,1795510800000000,'全权','target-registered',NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(10,2,1795510800000000,'全权','submission-received','{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(13,1,1795510800000000,'全权','target-submitted','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(14,2,1795510800000000,'全权','target-submitted','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(15,1,1795510800000000,'全权','review-given','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(16,1,1795510800000000,'全权','review-given','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795510800000000}','{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}',0);
INSERT INTO step VALUES(17,1,1795510800000000,'全权','submission-received','{"state":"returned","stage":null,"round":1,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}','{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}',0);
INSERT INTO step VALUES(18,1,1795510800000000,'全权','target-submitted','{"state":"returned","stage":null,"round":2,"returns":1,"answered":1,"resume":"desk","grade":"中","due":"2026-12-01","since":1795510800000000}','{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(19,1,1795755962665425,'全权','review-given','{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}','{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795755962665425}',1);
INSERT INTO step VALUES(20,1,1795755962668548,'全权','act-undone','{"state":"pending","stage":"performance","round":2,"returns":1,"answered":1,"resume":null,"grade":"良","due":null,"since":1795755962665425}','{"state":"pending","stage":"desk","round":2,"returns":1,"answered":1,"resume":null,"grade":"中","due":null,"since":1795510800000000}',0);
INSERT INTO step VALUES(23,2,1795755962671308,'全权','target-withdrawn','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795510800000000}','{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962671308}',0);
INSERT INTO step VALUES(24,2,1795755962672117,'全权','submission-received','{"state":"withdrawn","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962671308}','{"state":"withdrawn","stage":null,"round":2,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962671308}',0);
INSERT INTO step VALUES(25,3,1795755962673710,'全权','target-registered',NULL,'{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962673710}',0);
INSERT INTO step VALUES(26,3,1795755962673710,'全权','submission-received','{"state":"draft","stage":null,"round":0,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962673710}','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962673710}',0);
INSERT INTO step VALUES(27,3,1795755962675930,'全权','target-submitted','{"state":"draft","stage":null,"round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962673710}','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962675930}',0);
INSERT INTO step VALUES(28,3,1795755962676730,'全权','review-given','{"state":"pending","stage":"department","round":1,"returns":0,"answered":null,"resume":null,"grade":null,"due":null,"since":1795755962675930}','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962676730}',0);
INSERT INTO step VALUES(29,3,1795755962677623,'全权','review-given','{"state":"pending","stage":"desk","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962676730}','{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962677623}',0);
INSERT INTO step VALUES(30,3,1795755962678482,'全权','review-given','{"state":"pending","stage":"performance","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962677623}','{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962678482}',0);
INSERT INTO step VALUES(31,3,1795755962679370,'全权','review-given','{"state":"pending","stage":"budget","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962678482}','{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962679370}',0);
INSERT INTO step VALUES(32,3,1795755962680168,'全权','review-given','{"state":"pending","stage":"joint","round":1,"returns":0,"answered":null,"resume":null,"grade":"良","due":null,"since":1795755962679370}','{"state":"negotiating","stage":null,"round":1,"returns":0,"answered":1,"resume":null,"grade":"良","due":"2026-12-04","since":1795755962680168}',0);
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
    primary key (target_id, evaluation_id)
) strict;
INSERT INTO prior VALUES(1,1,'code');
INSERT INTO prior VALUES(2,2,'name');
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
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','target_search','target_search',0,'CREATE VIRTUAL TABLE target_search using fts5 (names, initials, content = '''', tokenize = ''unicode61'')');
CREATE TABLE IF NOT EXISTS 'target_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO target_search_data VALUES(1,X'03522c');
INSERT INTO target_search_data VALUES(10,X'000000000103030003010101020101030101');
INSERT INTO target_search_data VALUES(137438953473,X'000000d5023030011612090303030303040403030101310106170a0401013201021601013301041104010135010210010139010414030101670106010104010168010601010701016a010a0101060606010173010601010501017401081801010c0101780106010109020666656e636578010a0809010108010179010c010102030a040103e4bd9301020c0103e585bb0102030202889201020702028ebf010209020296840102050202b18001020e0103e694b90102040202959901020a0103e882b201040b04020290a50102020202aea10102060410080607060708080a0809080f0b08080707070708070907');
INSERT INTO target_search_data VALUES(274877906945,X'0000009f0230610206010106010163020601010301016a020601010c01016e02060101020101710206010107010173020801010507010177020601010b0101780206010109020666656e636578020a080701010801017902060101040103e585a80202070202869c02020202028aa102020b02028ebf0202090202ae890202060202b18002020c0103e69d910202030202b0b4020405070103e9a5ae0202040408080808080908080f080807070707070808');
INSERT INTO target_search_data VALUES(412316860417,X'000000e50230300314120903030303030404030101310306170a0401013203041610010133030411040101350302100101390304140301016703080101060901016a030a0101090a06010173030801010309010174030818010113010177030801010409010178030c010102050906020666656e636578030c08090101080901017903080101120401017a0308010107090103e4bd9303020c0202bfae0302050103e58ebf0302090202b18003020e0103e694b90302060202959903020a0202a0a10302020103e7bbb40302040103e882b203040b040202888d0302030103e980a0030207040f0807070607090a0909090b10090908070807080707080907');
CREATE TABLE IF NOT EXISTS 'target_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO target_search_idx VALUES(1,X'',2);
INSERT INTO target_search_idx VALUES(2,X'',2);
INSERT INTO target_search_idx VALUES(3,X'',2);
CREATE TABLE IF NOT EXISTS 'target_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO target_search_docsize VALUES(1,X'230d');
INSERT INTO target_search_docsize VALUES(2,X'0c0b');
INSERT INTO target_search_docsize VALUES(3,X'2314');
CREATE TABLE IF NOT EXISTS 'target_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO target_search_config VALUES('version',4);
CREATE INDEX journal_target on journal (target_id, seq) where target_id is not null;
CREATE INDEX unit_code on unit (code) where code is not null;
CREATE INDEX unit_name on unit (name_key);
CREATE INDEX user_login on "user" (login) where login is not null;
CREATE INDEX target_code on target (code) where code is not null;
CREATE INDEX target_project on target (unit_id, project_key, year);
CREATE INDEX target_queue on target (year, state, stage, since, id);
CREATE INDEX target_desk on target (year, desk, state, stage, since, id);
CREATE INDEX target_unit on target (year, unit_id, state, stage, since, id);
CREATE INDEX target_since on target (year, since, id);
CREATE INDEX target_amount on target (year, ifnull(amount, -1), id);
CREATE INDEX review_target on review (target_id, seq);
CREATE INDEX step_target on step (target_id, seq);
CREATE INDEX evaluation_code on evaluation (code, year) where code is not null;
CREATE INDEX evaluation_project on evaluation (unit_id, project_key, year);
CREATE INDEX prior_evaluation on prior (evaluation_id);
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA application_id=1752393777;
PRAGMA user_version=1;

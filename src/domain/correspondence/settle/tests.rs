use proptest::prelude::*;

use super::*;

fn indicator(levels: &str, name: &str, value: &str, unit: &str) -> Indicator {
    let (l1, l2) = levels.split_once('/').unwrap();
    let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Indicator {
        l1: text(l1),
        l2: text(l2),
        l3: text(name),
        value: Some(value.to_owned()),
        unit: text(unit),
        ..Indicator::default()
    }
}

const QUANTITY: &str = "产出指标/数量指标";
const QUALITY: &str = "产出指标/质量指标";
const TIME: &str = "产出指标/时效指标";
const SOCIAL: &str = "效益指标/社会效益指标";

/// The items that an indicator is given, with confidence.
fn given(items: &[&str], one: &Indicator) -> Vec<(u32, u8)> {
    let items: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
    let links = suggest(&items, std::slice::from_ref(one), &[]);
    links.into_iter().map(|link| (link.objective, link.confidence)).collect()
}

fn places(items: &[&str], one: &Indicator) -> Vec<u32> {
    given(items, one).into_iter().map(|(item, _)| item).collect()
}

#[test]
fn an_indicator_goes_to_the_item_that_it_measures() {
    let roads = ["新建村组道路12公里", "为860名护路员发放补贴", "方便沿线群众出行"];
    let training = ["举办电商培训6期", "购置直播设备20台", "带动农户户均增收1500元"];
    for (items, one, expected) in [
        (roads, indicator(QUANTITY, "修建道路长度", "12", "公里"), vec![0]),
        (roads, indicator(QUANTITY, "护路员人数", "860", "人"), vec![1]),
        (roads, indicator(QUALITY, "工程验收合格率", "100", "%"), vec![0]),
        (roads, indicator(TIME, "补贴发放及时率", "100", "%"), vec![1]),
        (roads, indicator(SOCIAL, "沿线居民出行条件", "改善", ""), vec![2]),
        (training, indicator(QUANTITY, "培训期数", "6", "期"), vec![0]),
        (training, indicator(QUALITY, "参训学员结业率", "95", "%"), vec![0]),
        (training, indicator(QUALITY, "设备到货验收合格率", "100", "%"), vec![1]),
        (training, indicator("效益指标/经济效益指标", "户均增收", "1500", "元"), vec![2]),
        (training, indicator(SOCIAL, "森林覆盖率", "60", "%"), vec![]),
        (training, indicator(TIME, "预算执行率", "95", "%"), vec![]),
    ] {
        assert_eq!(places(&items, &one), expected, "{}", one.name());
    }
}

#[test]
fn an_amount_in_another_magnitude_decides_between_items() {
    let items = ["为1.2万名学生供餐", "为300名学生提供住宿"];
    let meals = indicator(QUANTITY, "受益学生", "12000", "人");
    let beds = indicator(QUANTITY, "受益学生", "300", "人");
    assert_eq!((places(&items, &meals), places(&items, &beds)), (vec![0], vec![1]));
    let grounds = &suggest(&items.map(str::to_owned), &[meals], &[])[0].grounds;
    assert!(grounds.contains(&Ground::Amount("1.2万名".to_owned(), "12000 人".to_owned())), "{grounds:?}");
}

#[test]
fn general_work_indicators_belong_to_the_only_work_that_there_is() {
    let items = ["改造老旧小区9个", "居民幸福感增强"];
    for name in ["项目验收合格率", "按期完成率", "开工率"] {
        assert_eq!(places(&items, &indicator(QUALITY, name, "100", "%")), [0], "{name}");
    }
}

#[test]
fn what_is_said_in_words_and_amounts_is_surer_than_what_is_guessed() {
    let items = ["购置风力发电机120台", "开展安全检查"];
    let named = given(&items, &indicator(QUANTITY, "购置风力发电机", "120", "台"));
    let guessed = given(&items, &indicator(QUALITY, "任务完成率", "100", "%"));
    assert!(named[0].1 >= CERTAIN && guessed[0].1 < CERTAIN, "{named:?} {guessed:?}");
}

#[test]
fn nothing_comes_of_nothing() {
    let one = indicator(QUANTITY, "培训期数", "6", "期");
    assert!(given(&[], &one).is_empty());
    assert!(suggest(&["培训6期".to_owned()], &[], &[]).is_empty());
    assert!(suggest(&[String::new()], &[Indicator::default()], &[]).iter().all(|link| link.confidence < CERTAIN));
}

fn items() -> impl Strategy<Value = Vec<String>> {
    let text = "(新建|购置|发放|培训|改善|带动)(道路|设备|补助|农民|环境|增收){1,3}[0-9]{0,3}(公里|台|人|万元|%)?";
    prop::collection::vec(text, 1..5)
}

fn indicators() -> impl Strategy<Value = Vec<Indicator>> {
    let levels = prop::sample::select(vec![
        QUANTITY,
        QUALITY,
        TIME,
        SOCIAL,
        "成本指标/经济成本指标",
        "满意度指标/服务对象满意度指标",
    ]);
    let name = "(道路|设备|补助|农民|环境|验收|群众){1,3}(数量|合格率|及时率|人数|满意度)";
    let one = (levels, name, "[0-9]{1,3}", "(公里|台|人|%)");
    let one = one.prop_map(|(levels, name, value, unit)| indicator(levels, &name, &value, &unit));
    prop::collection::vec(one, 0..8)
}

proptest! {
    #[test]
    fn the_order_of_indicators_changes_nothing(items in items(), indicators in indicators(), turn in 0_usize..8) {
        let turn = turn % indicators.len().max(1);
        let mut turned = indicators.clone();
        turned.rotate_left(turn);
        let count = indicators.len();
        let back = |link: Link| {
            let place = (link.indicator as usize + turn) % count;
            Link { indicator: u32::try_from(place).unwrap(), ..link }
        };
        let mut links: Vec<Link> = suggest(&items, &turned, &[]).into_iter().map(back).collect();
        links.sort_by_key(|link| (link.objective, link.indicator));
        prop_assert_eq!(links, suggest(&items, &indicators, &[]));
    }

    #[test]
    fn links_are_sound(items in items(), indicators in indicators()) {
        let links = suggest(&items, &indicators, &[]);
        for link in &links {
            let indicator = &indicators[link.indicator as usize];
            prop_assert!((link.objective as usize) < items.len());
            prop_assert!(!is_neutral(indicator), "{}", indicator.name());
            prop_assert!(link.confidence <= 97 && !link.grounds.is_empty());
            prop_assert_eq!(link.origin, LinkOrigin::Suggested);
        }
        let mut pairs: Vec<_> = links.iter().map(|link| (link.objective, link.indicator)).collect();
        pairs.dedup();
        prop_assert_eq!(pairs.len(), links.len());
    }

    #[test]
    fn any_text_is_borne(item in "\\PC{0,40}", name in "\\PC{0,30}", value in "\\PC{0,12}") {
        let one = indicator(QUANTITY, &name, &value, "");
        let links = suggest(&[item], &[one], &[]);
        prop_assert!(links.len() <= 1);
    }
}

#[test]
fn another_name_of_the_indicator_in_an_item_is_a_ground() {
    let items = ["及时发放补助资金".to_owned(), "惠及受助困难家庭子女".to_owned()];
    let one =
        Indicator {
            l1: Some("产出指标".to_owned()), l3: Some("帮扶对象数量".to_owned()), ..Indicator::default()
        };
    let names = vec![vec!["困难家庭子女".to_owned()]];
    let links = suggest(&items, std::slice::from_ref(&one), &names);
    let ground = Ground::Synonym("困难家庭子女".to_owned(), "帮扶对象数量".to_owned());
    assert!(links.iter().any(|link| link.objective == 1 && link.grounds.contains(&ground)), "{links:?}");
    let without = suggest(&items, &[one], &[]);
    assert!(without.iter().all(|link| !link.grounds.contains(&ground)), "{without:?}");
}

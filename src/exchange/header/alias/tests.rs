use super::*;

#[test]
fn words_of_real_headers() {
    for (text, field) in [
        ("单位名称、项目名称", Field::UnitProject),
        ("单位名称（项目名称）", Field::UnitProject),
        ("单位(专项)名称", Field::UnitProject),
        ("项目(政策)名称", Field::Project),
        ("2024年预算数（万元）", Field::Amount),
        ("全年实际值", Field::Actual),
        ("未完成原因及拟采取的改进措施", Field::Reason),
        ("年 度\n指标值", Field::Value),
        ("指标值及单位", Field::Value),
        ("度量单位", Field::Measure),
        ("权重（分）", Field::Weight),
        ("绩效指标性质", Field::Sign),
        ("绩效度量单位", Field::Measure),
        ("本年绩效指标值", Field::Value),
        ("本年权重", Field::Weight),
        ("单位", Field::LooseUnit),
        ("*三级指标", Field::Level3),
    ] {
        assert_eq!(field_of(text).map(|(field, _)| field), Some(field), "{text}");
    }
    for text in ["", "产出指标", "指标方向性", "上年指标值", "全年执行数", "财政拨款", "95%", "(2021年度)"]
    {
        assert_eq!(field_of(text), None, "{text}");
    }
}

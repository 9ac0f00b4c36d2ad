//! Forms of pre-assessments that were written are read again unchanged; a blank one is filled in as a unit would, in its cells.

use std::io::{Read, Seek};

use calamine::{Data, Reader, Xlsx};
use huishen::domain::assessment::record::{HandedAssessment, ItemScore, SelfAssessment};
use huishen::domain::assessment::rule::rules;
use huishen::domain::assessment::wish::ScoreSheet;
use huishen::domain::handin::{HandIn, HandedForm, Severity};
use huishen::domain::money::Money;
use huishen::domain::target::{ProjectName, UnitName};
use huishen::exchange::out::assessment_form::AssessmentForms;
use huishen::exchange::{self, Kind};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::round_trip::provenance;
use crate::forms::yearly::book;

fn categories() -> Vec<String> {
    ["特定目标类项目", "其他运转类项目"].map(str::to_owned).to_vec()
}

fn written(fill: impl FnOnce(&mut AssessmentForms<'_>)) -> Vec<u8> {
    let mut file = tempfile::tempfile().unwrap();
    let provenance = provenance();
    let mut forms = AssessmentForms::new(&mut file, &provenance);
    fill(&mut forms);
    forms.finish().unwrap();
    file.rewind().unwrap();
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

fn read(bytes: &[u8]) -> HandIn {
    rust_i18n::set_locale("zh");
    exchange::read("表.xlsx", bytes, Kind::Auto).unwrap()
}

fn faults(read: &HandIn) -> Vec<&str> {
    let wrong = read.problems.iter().filter(|one| one.severity != Severity::Hint);
    wrong.map(|one| one.message.as_str()).collect()
}

fn of(form: SelfAssessment) -> HandedAssessment {
    HandedAssessment {
        unit: UnitName { code: Some("105001".to_owned()), name: "县教育体育局".to_owned() },
        project: ProjectName { code: None, name: "智慧校园建设项目".to_owned() },
        year: Some(2021),
        category: Some("特定目标类项目".to_owned()),
        form,
    }
}

prop_compose! {
    fn assessed()(
        amount in proptest::option::of(1_i64..90_000_000_000),
        texts in proptest::collection::vec("[一-龥]{0,40}", 2),
        items in proptest::collection::vec((proptest::option::of(0_u32..11), "[一-龥0-9]{0,30}", "[一-龥《》]{0,20}"), rules().course.items().count()),
    ) -> SelfAssessment {
        let item = |(item, (half, reason, evidence)): (&huishen::domain::procedure::Item, (Option<u32>, String, String))| {
            ItemScore { item: item.id.clone(), score: half.map(|half| Decimal::new(i64::from(half) * 5, 1).normalize()), reason, evidence }
        };
        SelfAssessment {
            amount: amount.map(Money),
            summary: texts[0].clone(),
            rectified: texts[1].clone(),
            items: rules().course.items().zip(items).map(item).collect(),
            source: String::new(),
        }
    }
}

/// Whether a text says nothing to the importer, as `无` does.
fn says(form: &SelfAssessment) -> bool {
    [&form.summary, &form.rectified]
        .into_iter()
        .all(|text| text.is_empty() || !huishen::domain::measure::says_nothing(text))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_own_assessment_comes_back_unchanged(form in assessed()) {
        prop_assume!(says(&form));
        let given = of(form);
        let read = read(&written(|forms| forms.own(&given, &categories()).unwrap()));
        prop_assert_eq!(faults(&read), Vec::<&str>::new());
        let [HandedForm::Assessment(got)] = read.forms.as_slice() else { panic!("{read:?}") };
        let mut got = got.as_ref().clone();
        got.form.source.clear();
        got.form = got.form.ordered(&rules().course);
        prop_assert_eq!(got, given);
    }
}

#[test]
fn a_score_sheet_comes_back_beside_the_units_points() {
    let own: Vec<ItemScore> = rules()
        .course
        .items()
        .map(|item| ItemScore {
            item: item.id.clone(),
            score: Some(item.points),
            reason: "见附件".to_owned(),
            ..ItemScore::default()
        })
        .collect();
    let of = of(SelfAssessment::default());
    let scores: Vec<Decimal> = (0..rules().course.items().count()).map(|at| Decimal::from(3 + at % 3)).collect();
    let (unit, project) = (of.unit, of.project);
    let conclusion = rules().conclusions.get(1).map(|one| one.id.clone());
    let given =
        ScoreSheet { unit, project, year: Some(2021), scores, conclusion, opinion: "测算需再核".to_owned() };
    let read = read(&written(|forms| forms.scores(&given, &own).unwrap()));
    assert_eq!(faults(&read), Vec::<&str>::new());
    let [HandedForm::Scores(got)] = read.forms.as_slice() else { panic!("{read:?}") };
    assert_eq!(**got, given);
}

/// The cells of a workbook's first sheet, as rows of texts.
pub(crate) fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let name = book.sheet_names()[0].clone();
    let range = book.worksheet_range(&name).unwrap();
    let text = |cell: &Data| match cell {
        Data::Float(number) => format!("#{number}"),
        cell => cell.to_string(),
    };
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

#[test]
fn a_blank_form_that_is_filled_in_is_taken_and_one_that_is_not_says_what_is_missing() {
    let blank = HandedAssessment { project: ProjectName::default(), category: None, ..of(SelfAssessment::default()) };
    let bytes = written(|forms| forms.own(&blank, &categories()).unwrap());
    let bare = read(&bytes);
    assert!(bare.is_refused() && bare.forms.is_empty(), "a form without its project is nobody's");
    let mut rows = cells(&bytes);
    let place = |rows: &[Vec<String>], label: &str| {
        let row = rows.iter().position(|row| row.iter().any(|cell| cell == label)).unwrap();
        (row, rows[row].iter().position(|cell| cell == label).unwrap() + 1)
    };
    for (label, text) in [("项目名称", "智慧校园建设项目"), ("申请金额(万元)", "#680"), ("项目概况", "建设智慧教室")]
    {
        let (row, column) = place(&rows, label);
        rows[row][column] = text.to_owned();
    }
    let (heads, column) = place(&rows, "分值");
    for item in 0..rules().course.items().count() {
        rows[heads + 1 + item][column] = "#4".to_owned();
    }
    let read = read(&book(&rows));
    assert_eq!(faults(&read), Vec::<&str>::new());
    let [HandedForm::Assessment(got)] = read.forms.as_slice() else { panic!("{read:?}") };
    assert_eq!((got.unit.code.as_deref(), got.unit.name.as_str()), (Some("105001"), "县教育体育局"));
    assert_eq!((got.form.total(), got.form.amount), (Some(80.into()), Money::from_wan(680.into())));
    assert_eq!((got.project.name.as_str(), got.form.summary.as_str()), ("智慧校园建设项目", "建设智慧教室"));
}

//! The whole year of one project by keys alone, in the real binary: pre-assessed, its target handed in, reviewed and approved, monitored with a
//! yellow light, evaluated by its unit and again by the bureau with a difference, disclosed, and beside next year's target.

use std::fs;

use super::{CTRL_S, find, open};
use crate::cli::Desk;
use crate::terminal::Terminal;

const PROJECT: &str = "石门河河道清淤";
const ESC: &str = "\x1b";

/// The form of a year; what is to be done differs.
fn form(desk: &Desk, year: i32, kilometres: u32) -> String {
    let path = desk.path(&format!("{year}年申报.csv"));
    let head = "单位名称,项目名称,项目代码,项目类别,预算数（万元）,年度目标,一级指标,二级指标,三级指标,指标性质,指标值,度量单位,权重";
    let first = format!(
        "县水务局,{PROJECT},53039921T000000302099,特定目标类项目,120.00,目标1：清淤河道{kilometres}公里；目标2：改善行洪条件"
    );
    let indicators = [
        ("产出指标,数量指标,清淤河道长度,≥", kilometres.to_string(), "公里", 10),
        ("产出指标,数量指标,整治护岸长度,≥", "3000".to_owned(), "米", 10),
        ("产出指标,数量指标,清运淤泥方量,≥", "24000".to_owned(), "立方米", 10),
        ("产出指标,质量指标,工程验收合格率,=", "100".to_owned(), "%", 10),
        ("产出指标,时效指标,年度任务按时完成率,=", "100".to_owned(), "%", 10),
        ("效益指标,经济效益指标,减少洪涝损失,≥", "80".to_owned(), "万元", 10),
        ("效益指标,社会效益指标,受益人口,≥", "6200".to_owned(), "人", 10),
        ("效益指标,生态效益指标,河道水质达标率,≥", "95".to_owned(), "%", 5),
        ("效益指标,可持续影响指标,管护责任落实率,=", "100".to_owned(), "%", 5),
        ("满意度指标,服务对象满意度指标,沿河群众满意度,≥", "90".to_owned(), "%", 10),
    ];
    let rows: Vec<String> = indicators
        .iter()
        .enumerate()
        .map(|(place, (names, value, unit, weight))| {
            let head = if place == 0 { first.clone() } else { ",,,,,".to_owned() };
            format!("{head},{names},{value},{unit},{weight}")
        })
        .collect();
    fs::write(&path, format!("{head}\n{}\n", rows.join("\n"))).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A person at the keys: sends them, and counts those that are neither numbers nor texts.
struct Clerk<'a> {
    terminal: &'a mut Terminal,
    keys: usize,
}

impl Clerk<'_> {
    /// Keys that move or send.
    fn press(&mut self, key: &str) -> &mut Self {
        self.terminal.send(key);
        self.keys += 1;
        self
    }

    /// A number or a text.
    fn write(&mut self, text: &str) -> &mut Self {
        self.terminal.send(text);
        self
    }
}

/// The unit assesses the project, hands that in; the desk reviews, the budget desk concludes, and the report is given out.
fn assess(terminal: &mut Terminal, report: &str) {
    terminal.send("a");
    terminal.wait_for("智慧水务");
    terminal.send("n");
    terminal.wait_for("项目编码");
    terminal.send(&format!("县水务局\t{PROJECT}\t53039921T000000302099\t5\t120\t清淤整治河道12公里。\t"));
    terminal.send(&"5\t批复齐全\t\t".repeat(20));
    terminal.wait_for("100(");
    terminal.send(CTRL_S);
    head(terminal, "未报送");
    terminal.send("p");
    head(terminal, "股室审核");
    for (points, opinion, place) in
        [("5\r".repeat(20), "资料齐全，同意。", "预算股"), ("\t".repeat(21), "同意支持。", "予以支持")]
    {
        terminal.send("v");
        terminal.wait_for("整改截止");
        terminal.send(&points);
        terminal.send("\t");
        terminal.send(opinion);
        terminal.wait_for(opinion);
        terminal.send(CTRL_S);
        head(terminal, place);
    }
    terminal.send("E");
    terminal.wait_for("事前评估报告");
    terminal.send(&format!("\x15{report}\r"));
    terminal.wait_for("已导出");
    terminal.send(ESC);
    terminal.wait_for("智慧水务");
    terminal.send(ESC);
    terminal.wait_for("轮到我");
}

/// Waits until the first line says where something stands.
fn head(terminal: &Terminal, place: &str) {
    terminal.wait_until(place, |screen| screen.lines().next().is_some_and(|line| line.contains(place)));
}

/// Takes a form by keys.
fn import(terminal: &mut Terminal, path: &str) {
    terminal.send("I");
    terminal.wait_for("文件或文件夹");
    terminal.send("\x15");
    terminal.send(path);
    terminal.send("\r");
    terminal.wait_for("将导入");
    terminal.send("\r");
    terminal.wait_for("导入 1 个文件?");
    terminal.send("y");
    terminal.wait_for("已导入 1 个文件");
    terminal.send(ESC);
    terminal.wait_for("轮到我");
}

/// Handed in, passed by all stages, approved by the joint session.
fn approve(terminal: &mut Terminal) {
    find(terminal, PROJECT);
    let stands = |terminal: &Terminal, place: &str| {
        terminal.wait_until(place, |screen| screen.lines().any(|line| line.contains('▸') && line.contains(place)));
    };
    terminal.send("p");
    stands(terminal, "部门审核");
    for next in ["初审", "绩效股", "预算股", "集中会审"] {
        terminal.send("v");
        terminal.wait_for("总体等级");
        terminal.send("111111\t同意。");
        terminal.wait_for("同意。");
        terminal.send(CTRL_S);
        terminal.wait_gone("总体等级");
        stands(terminal, next);
    }
    terminal.send("v");
    terminal.wait_for("会审可只评总体等级");
    terminal.send("1");
    terminal.wait_for("进入预算安排流程");
    terminal.send("同意列入。");
    terminal.wait_for("同意列入。");
    terminal.send(CTRL_S);
    terminal.wait_gone("总体等级");
    stands(terminal, "进预算");
}

/// The year's self-evaluations are opened once its final accounts are approved.
fn open_evaluations(terminal: &mut Terminal) {
    terminal.send("m");
    terminal.wait_for("目标执行情况");
    terminal.send("o");
    terminal.wait_for("决算批复日期");
    terminal.send("2022年8月\r");
    terminal.wait_for("不是日期");
    terminal.send("\x152022-08-20\r");
    terminal.wait_for("自评已开启");
    terminal.send(ESC);
    terminal.wait_for("轮到我");
}

/// A form of values: money first, then a value a row, each with Enter.
fn fill(clerk: &mut Clerk<'_>, key: &str, title: &str, money: &str, values: [&str; 10]) {
    clerk.press(key);
    clerk.terminal.wait_for(title);
    clerk.terminal.wait_for("[ 提交 ]");
    clerk.write(money).press("\r");
    for value in values {
        clerk.write(value).press("\r");
    }
}

/// The unit published the year's targets after their window: recorded, and said with the rule.
fn disclose(terminal: &mut Terminal) {
    terminal.send("d");
    terminal.wait_for("台账");
    terminal.send("3n");
    terminal.wait_for("开始日期");
    terminal.send("\t\t2021-02-11\t2021-02-25\t门户网\t\r");
    terminal.wait_for("2021-02-25");
    terminal.send("4n");
    terminal.wait_for("公开日期 *");
    terminal.send("\t\t县水务局\t2021-03-02\t门户网\t\t\r");
    terminal.wait_for("不是网址");
    terminal.send("\x1b[Z\x1b[Z\x15http://www.example.gov.cn/1.html\t\t\r");
    terminal.wait_until("the rule", |screen| {
        screen.contains("晚于公开时间 5 天") && screen.contains("应在 2021-02-11 至 2021-02-25 公开")
    });
    terminal.send(ESC);
    terminal.wait_for("轮到我");
}

/// The bureau evaluates beside the unit, with a difference, and both stand beside each other.
fn evaluate_again(terminal: &mut Terminal) {
    terminal.send("S");
    terminal.wait_for("财政再评价");
    terminal.wait_for("11 得9.17");
    terminal.send("\r\x1510\r");
    terminal.wait_for("8.33/10");
    terminal.send(CTRL_S);
    terminal.wait_for("已记录财政再评价");
    terminal.send("6");
    terminal.wait_until("both evaluations with their difference", |screen| {
        screen.contains("99 优") && screen.contains("98.16 优") && screen.contains("1-7月监控")
    });
}

/// From what is still to come of next year to the case file of its target.
fn beside_last_year(terminal: &mut Terminal) {
    terminal.send("P");
    terminal.wait_for("编报准备");
    terminal.send("}");
    terminal.wait_for("2022 年编报准备");
    let row = |screen: &str, words: &str| screen.lines().any(|line| line.contains('▸') && line.contains(words));
    let go_to = |terminal: &mut Terminal, words: &str| {
        while !row(&terminal.screen(), words) {
            let before = terminal.screen();
            terminal.send("\x1b[B");
            terminal.wait_until("the next row", |screen| screen != before);
        }
    };
    terminal.wait_for("县教育体育局");
    go_to(terminal, "县水务局");
    terminal.send("\r");
    terminal.wait_for("已编未报");
    go_to(terminal, PROJECT);
    terminal.send("\r");
    terminal.wait_until("last year's result beside this year's target", |screen| {
        let beside = |line: &str| ["≥14 公里", "≥12 公里", "8.33/10"].iter().all(|words| line.contains(words));
        screen.lines().any(beside) && screen.contains("2021 自评") && screen.contains("9.17/10")
    });
}

#[test]
fn a_project_goes_through_the_whole_year_by_keys() {
    let desk = Desk::sample();
    let (this, next) = (form(&desk, 2021, 12), form(&desk, 2022, 14));
    let mut terminal = open(&desk, 120, 40);
    let report = desk.path("事前评估.docx");
    assess(&mut terminal, report.to_str().unwrap());
    let told = crate::out::documents::paragraphs(&report).join("\n");
    assert!(told.contains(PROJECT) && told.contains("同意支持。"), "{told}");
    import(&mut terminal, &this);
    approve(&mut terminal);
    open_evaluations(&mut terminal);

    terminal.send("\r");
    terminal.wait_for("清淤河道长度");
    let mut clerk = Clerk { terminal: &mut terminal, keys: 0 };
    let slow = ["5", "1800", "14500", "100", "60", "50", "3700", "95", "100", "92"];
    fill(&mut clerk, "f", "绩效运行监控", "66", slow);
    clerk.terminal.wait_for("信号 黄");
    clerk.press(CTRL_S);
    clerk.terminal.wait_for("已报送绩效运行监控");

    // One person enters a unit's whole self-evaluation of ten indicators with no more than 40 keys besides the numbers and texts.
    clerk.keys = 0;
    let reached = ["11", "3050", "24500", "100", "100", "82", "6300", "96", "100", "93"];
    fill(&mut clerk, "s", "绩效自评", "118", reached);
    clerk.write("清淤11公里，行洪条件改善。");
    clerk.terminal.wait_for("总分 99 分");
    clerk.press(CTRL_S);
    clerk.terminal.wait_for("已报送绩效自评");
    assert!(clerk.keys <= 40, "{} keys", clerk.keys);

    evaluate_again(&mut terminal);
    terminal.send(ESC);
    terminal.wait_for("轮到我");
    disclose(&mut terminal);

    import(&mut terminal, &next);
    beside_last_year(&mut terminal);
    terminal.send("\x03");
    assert_eq!(terminal.exit_code(), 0);
    assert_eq!(desk.run(&["verify"]).code, 0);
}

package io.watchfloor.text;

import static io.watchfloor.text.Calls.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Understanding;
import io.watchfloor.text.phrase.Folding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFirstTest {
    private record Labelled(String text, String type) {
        boolean isSlight() {
            return type.equals("slight");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            中学生在教室里晕倒了                                          | medical
            老师上课上到一半昏倒在讲台上                                  | medical
            物业保安在岗亭里昏过去了                                      | medical
            医院大厅里有个人没呼吸了，医生都没出来                        | medical
            119吗我们家着了                                               | fire
            垃圾桶里的火窜到旁边车上了                                    | fire
            学校食堂煤气味特别大，学生都出来了                            | gas-leak
            医院里病人家属拿刀追医生                                      | violence
            小区保安跟业主打起来了                                        | violence
            teacher collapsed in front of the class                       | medical
            someone stopped breathing in the hospital lobby and no doctor comes | medical
            our landlord is lying in the hallway, I think it's a stroke   | medical
            medical emergency, heat stroke at the sports ground           | medical
            explosion in the boiler house, huge fire                      | fire
            fire brigade to the school now                                | fire
            workers who want their wages and the boss's men are brawling  | violence
            the water delivery man is shut in the goods lift              | elevator-trapped
            bus ploughed into the stop, several people on the ground      | traffic-accident
            """)
    void whatHappensOutweighsWhoAndWhere(String text, String type) {
        Understanding read = read(text);

        assertThat(read.type()).as(read.toString()).isEqualTo(type);
        assertThat(read.grade()).isLessThanOrEqualTo(Grade.II);
        assertThat(read.evidence()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "没有学生晕倒，就是教室太热",
                "物业不换电线，怕哪天着火了",
                "去年学校有学生晕倒，到现在通风还没改",
                "作业多得孩子都快喘不过气了",
                "学校组织学生学急救，每人收二百块",
                "孩子的手机在学校不见了",
                "有人把垃圾倒在学校门口",
                "学生打起来了，学校要求家长赔偿",
                "保安打瞌睡，谁都能进小区",
                "火锅店油烟熏得我们没法开窗",
                "no pupil collapsed, the classroom is just too hot",
                "afraid the school kitchen will catch fire one day, no inspection",
                "last year a pupil fainted in class and the school still has no fans",
                "my son's phone disappeared at school",
                "so much homework my kid can hardly breathe",
                "insurance won't pay for the gym teacher, who collapsed in class"
            })
    void whatIsDeniedFearedPastOrOnlyComparedIsNotHappening(String text) {
        assertThat(hear(text)).isEmpty();
    }

    @Test
    void whatOneClauseFearsAnotherMaySay() {
        assertThat(hear("平时就怕老师昏倒在讲台上")).isEmpty();
        assertThat(hear("平时就怕出事，老师昏倒在讲台上")).isNotEmpty();
        assertThat(hear("有人把垃圾倒在路边")).isEmpty();
        assertThat(hear("有人倒在路边")).isNotEmpty();
        assertThat(hear("护栏被车撞了")).isEmpty();
        assertThat(hear("车撞了护栏")).isNotEmpty();
    }

    @Test
    void aLetterThatNamesAnEmergencyAmongMuchElseIsReadByAllItsWords() {
        String complaint = "学校的伙食和收费都有问题，校服也要强制购买，班主任还让家长在群里表态。".repeat(4);

        assertThat(read(complaint + "操场上有学生晕倒").type()).isEqualTo("education");
        assertThat(read("操场上有学生晕倒").type()).isEqualTo("medical");
    }

    @Test
    void emergenciesAmongWordsOfOtherTopicsAreSeldomMissedAndSlightMattersNoOftenerRaised() throws IOException {
        List<Labelled> unseen = unseen();
        long emergencies = unseen.stream().filter(text -> !text.isSlight()).count();
        long missed = unseen.stream()
                .filter(text -> !text.isSlight() && !isUrgent(text))
                .count();
        long raised = unseen.stream()
                .filter(text -> text.isSlight() && isUrgent(text))
                .count();

        assertThat(emergencies).isEqualTo(171);
        assertThat(unseen).hasSize(171 + 174);
        assertThat(missed).isLessThanOrEqualTo(20);
        assertThat(raised).isLessThanOrEqualTo(41);
    }

    private static List<EventFirst.Event> hear(String text) {
        PhraseBook.Draft draft = new PhraseBook.Draft();
        EventFirst events = new EventFirst(PhraseFile.read("events.txt"), draft);
        String folded = Folding.fold(text);
        return events.hear(folded, draft.finish().find(folded));
    }

    private static List<Labelled> unseen() throws IOException {
        return Files.readAllLines(Path.of("own-labels/emergencies.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(columns -> columns[2].equals("no"))
                .map(columns -> new Labelled(columns[0], columns[1]))
                .toList();
    }

    private boolean isUrgent(Labelled text) {
        return IncidentTypes.getOrOther(read(text.text()).type()).grade().isUrgent();
    }
}

package io.watchfloor.text;

import static io.watchfloor.text.Calls.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleFirstTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "地铁站站台上有人晕倒了，旁边围了一圈人",
                "有个老人倒在马路边，很多人围着看",
                "商场里一个女的突然倒地不起，周围都是人在围观",
                "广场上有人昏倒，人很多，挤不进去",
                "马路中间躺着一个人，车都绕着走",
                "公交车上一位大爷晕过去了，车停在路边",
                "路口有人躺在地上一动不动",
                "A man has collapsed on the platform and people are crowding around him",
                "Someone is lying on the pavement and not moving",
                "passenger collapsed on the bus, bus stopped at the corner",
                "Someone passed out at the concert"
            })
    void whoeverLiesUnconsciousAmongOthersIsAMedicalEmergency(String text) {
        Understanding read = read(text);

        assertThat(read.type()).isEqualTo("medical");
        assertThat(read.grade()).isLessThanOrEqualTo(Grade.II);
        assertThat(read.evidence()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            没有人晕倒，就是人多                                | crowd            | III
            车祸，司机昏迷                                      | traffic-accident | II
            打架有人昏迷了                                      | violence         | II
            树倒在路边挡住了路                                  | fallen-tree      | III
            垃圾有人倒在路边                                    | garbage          | IV
            广场舞太吵，吵得老人头晕                            | noise            | IV
            there is trash lying on the sidewalk                | garbage          | IV
            the hotline is not responding to noise complaints   | noise            | IV
            """)
    void whatIsNoneOrIsGraverOfItselfStaysWhatItIs(String text, String type, Grade grade) {
        assertThat(read(text).type()).isEqualTo(type);
        assertThat(read(text).grade()).isEqualTo(grade);
    }

    @Test
    void onlookersAreNotManyHurt() {
        assertThat(read("有个老人倒在马路边，很多人围着看").grade()).isEqualTo(Grade.II);
        assertThat(read("大巴翻车，很多人受伤昏迷").grade()).isEqualTo(Grade.I);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "电梯坏了",
                "电梯停运了，老人上下楼不方便",
                "我们这栋电梯又坏了，里面没有人",
                "电梯故障，门开不了，里面没人",
                "电梯停在一楼不走了，天天爬楼梯",
                "电梯停用，高层住户出行困难",
                "lift not working",
                "the lift is out of order",
                "our lift stopped working again, we have to walk up ten floors",
                "lift is broken, no one is trapped",
                "The elevator doors won't open on the ground floor, it is empty"
            })
    void aLiftThatIsOnlyOutOfOrderHasNobodyInIt(String text) {
        Understanding read = read(text);

        assertThat(read.type()).isEqualTo("facility-damage");
        assertThat(read.grade()).isEqualTo(Grade.IV);
        assertThat(read.evidence()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "电梯坏了，我妈还在里面",
                "电梯坏了 快来救我",
                "电梯故障，我们三个人出不来",
                "电梯坏了，我和孩子被关了半小时",
                "电梯坏了，有人在按警铃",
                "电梯坏了，我老公还没出来",
                "不知道电梯里面有没有人，电梯坏了",
                "lift broke down, my mother is alone in it",
                "the lift is broken and we are in it",
                "elevator not working, please help, we are 5 people in here",
                "elevator stopped between floors and we can't get out"
            })
    void oneWordOfSomebodyInsideIsEnough(String text) {
        assertThat(read(text).type()).isEqualTo("elevator-trapped");
        assertThat(read(text).grade()).isLessThanOrEqualTo(Grade.II);
    }
}

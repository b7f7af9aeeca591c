package io.watchfloor.text;

import static io.watchfloor.text.Calls.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTermsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            跳楼                                   | medical
            创伤                                   | medical
            产科急症                               | medical
            火警                                   | fire
            垃圾火灾                               | fire
            爆炸                                   | fire
            故意伤害案件                           | violence
            抢夺                                   | violence
            扒窃                                   | theft
            车辆故障                               | traffic-jam
            群体性事件                             | crowd
            person down                            | medical
            Medical Emergency                      | medical
            MVA                                    | traffic-accident
            mva with injuries                      | traffic-accident
            EMS: FALL VICTIM                       | medical
            dumpster fire                          | fire
            Electrical fire                        | fire
            ice rescue                             | medical
            suspicious vehicle                     | public-order
            pothole - request (second one)         | road-damage
            noise - disturbance (party, etc)       | noise
            power out - poles and transformers     | power-outage
            """)
    void whatIsHardlyMoreThanANameMeansWhatItNames(String text, String type) {
        Understanding read = read(text);

        assertThat(read.type()).as(read.toString()).isEqualTo(type);
        assertThat(read.typeConfidence()).isGreaterThan(0.6);
        assertThat(read.evidence()).isNotEmpty();
    }

    @Test
    void theGravestOfTwoNamesCounts() {
        assertThat(read("loud music, stabbing").type()).isEqualTo("violence");
        assertThat(read("noise complaint - person down").type()).isEqualTo("medical");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            楼上天天放音乐，吵得我头痛睡不着觉               | medical
            物业说电梯维修要停水停电，已经三天没人管         | water-supply
            noise from the club every night, gives me a headache | medical
            our labor contract was never signed and wages are late | medical
            没有爆炸                                         | fire
            """)
    void aNameInASentenceOrDeniedDecidesNothing(String text, String not) {
        assertThat(read(text).type()).as(text).isNotEqualTo(not);
    }

    @Test
    void aTypeThatTheFeedNamesStillWins() {
        assertThat(read("noise", "person down").type()).isEqualTo("noise");
    }
}

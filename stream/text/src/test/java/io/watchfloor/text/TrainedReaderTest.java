package io.watchfloor.text;

import static io.watchfloor.text.Calls.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.TypeGuess;
import io.watchfloor.contract.Understanding;
import io.watchfloor.text.place.PlaceFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainedReaderTest {
    private final ReportReader reader = ReportReader.trained();

    @Test
    void aTypeTheFeedNamesWins() {
        Understanding reading = read(report("noise", "着火了，快来人"));

        assertThat(reading.type()).isEqualTo("noise");
        assertThat(reading.typeConfidence()).isEqualTo(1);
        assertThat(reading.evidence()).contains("type=noise");
    }

    @Test
    void aTypeNobodyKnowsIsReadFromTheWordsInstead() {
        assertThat(read(report("ufo", "三楼着火了")).type()).isEqualTo("fire");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            三号楼厨房着火了，浓烟很大                        | fire
            楼道里有很浓的煤气味                              | gas-leak
            有老人在广场晕倒了，叫救护车                      | medical
            人民路口两车追尾                                  | traffic-accident
            锦绣家园3号楼电梯坏了，我妈还在里面               | elevator-trapped
            烧烤摊前有人打架                                  | violence
            电动车昨晚被偷了                                  | theft
            楼下有人醉酒闹事                                  | public-order
            我家老人走失，穿蓝色外套                          | missing-person
            地铁口人山人海，怕踩踏                            | crowd
            立交桥下积水，车过不去                            | flooding
            小区从早上停水到现在                              | water-supply
            整栋楼停电两小时了                                | power-outage
            暖气一直不热                                      | heating
            大树倒了压在路上，是昨晚的树倒                    | fallen-tree
            中山路井盖丢失                                    | road-damage
            巷子里路灯不亮                                    | street-light
            公园健身器材损坏                                  | facility-damage
            高架上堵车堵死了                                  | traffic-jam
            小区门口车辆违停                                  | illegal-parking
            学府路流动摊贩占道经营                            | street-vending
            广场舞音响太吵，噪音扰民                          | noise
            工地渣土车扬尘                                    | building-site
            垃圾三天没人清运                                  | garbage
            河水黑臭，有死鱼                                  | pollution
            流浪狗追人                                        | animal
            物业费涨价，业委会不管                            | property-management
            老板拖欠工资三个月                                | labour
            幼儿园学费乱涨                                    | education
            医院挂号要排三天                                  | health-service
            健身房倒闭不退款，商家失联                        | consumer
            接到冒充客服的电信诈骗电话                        | fraud
            你好                                              | other
            The kitchen is on fire, lots of smoke             | fire
            I smell gas in the hallway                        | gas-leak
            Man collapsed, not breathing, need an ambulance   | medical
            Two cars crashed, it was a rear-ended collision   | traffic-accident
            We are stuck in the lift between floors           | elevator-trapped
            Two men fighting outside the bar                  | violence
            My bike was stolen                                | theft
            Pothole on 5th Avenue                             | road-damage
            Street light out since Monday                     | street-light
            Loud music all night, can't sleep                 | noise
            Blocked driveway, car double parked               | illegal-parking
            No heat in the apartment, radiator cold           | heating
            Tree down across the street                       | fallen-tree
            Power outage in the whole block                   | power-outage
            Basement flooded, water is rising                 | flooding
            Rats behind the restaurant                        | animal
            Hello there                                       | other
            """)
    void wordsTellTheType(String text, String type) {
        assertThat(read(report(null, text)).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            电梯坏了                      | elevator-trapped | II
            电梯坏了，孩子被困            | facility-damage  | II
            着火了，还有人被困            | smoke            | I
            居民楼里有人被困              | flooding         | I
            天桥栏杆坏了，有人受伤        | facility-damage  | II
            多人受伤                      | facility-damage  | I
            声音很吵                      | noise            | IV
            有人持刀                      | public-order     | I
            发生爆炸                      | building-site    | I
            水越来越深，还在上涨          | road-damage      | II
            老人反锁在家                  | other            | II
            老人在公园唱歌太吵            | noise            | IV
            不知道有没有人受伤            | facility-damage  | II
            是否有人受伤不清楚            | facility-damage  | II
            没人管，有人受伤              | facility-damage  | II
            A child is locked in the car  | illegal-parking  | II
            Somebody is hurt              | facility-damage  | II
            People trapped on the roof    | flooding         | I
            He has a knife                | noise            | I
            Hurting my ears               | noise            | IV
            """)
    void wordsCanRaiseTheGrade(String text, String type, Grade grade) {
        assertThat(read(report(type.equals("smoke") ? "fire" : type, text)).grade())
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "栏杆坏了，没有人受伤",
                "没人受伤",
                "无人员伤亡",
                "暂无人员被困",
                "没有造成人员伤亡",
                "未发现有人被困",
                "没有发生爆炸",
                "人员伤亡情况：无",
                "No injuries",
                "Nobody was hurt",
                "no one is injured",
                "There were no reports of injuries",
                "nobody is trapped or injured",
                "He wasn't hurt",
                "Minor damage, without any injuries"
            })
    void whatIsDeniedRaisesNothing(String text) {
        assertThat(read(report("facility-damage", text)).grade()).isEqualTo(Grade.IV);
    }

    @Test
    void wordsNeverLowerTheGradeOfATypeThatAFeedNames() {
        for (IncidentType type : IncidentTypes.listAll()) {
            assertThat(read(report(type.code(), "没事了，没有人受伤，all fine")).grade()).isEqualTo(type.grade());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            没有着火，是邻居在烧菜                            | III
            厨房的火已经扑灭了，虚惊一场                      | III
            火灾保险怎么买                                    | III
            the kitchen fire is out now, nobody was hurt      | III
            厨房着火了                                        | I
            火还没有扑灭                                      | I
            不是演习，厨房着火了                              | I
            有没有着火啊，楼道里全是烟                        | I
            厨房的火已经扑灭了，但是有人没有呼吸              | I
            the fire is out now but a man is not breathing    | I
            """)
    void whatIsOverOrOnlyAskedAboutIsNoEmergencyUnlessMoreIsSaid(String text, Grade grade) {
        Understanding reading = read(report(null, text));

        assertThat(reading.grade()).as(reading.toString()).isEqualTo(grade);
    }

    @ParameterizedTest
    @ValueSource(strings = {"着火了", "漏气", "打架了", "停电", "车祸"})
    void aFewCharactersThatTellATypeAreBelieved(String text) {
        Understanding reading = read(report(null, text));

        assertThat(reading.type()).isNotEqualTo(IncidentTypes.OTHER);
        assertThat(reading.typeConfidence()).isBetween(0.7, 0.95);
    }

    @Test
    void aWordInsideALongerOneDoesNotCount() {
        assertThat(read(report(null, "the campfires of firefly kids")).evidence())
                .isEmpty();
        assertThat(read(report(null, "火锅店的服务态度太差")).type()).isEqualTo("consumer");
    }

    @Test
    void whatElseItMayBeIsSaidWithItsProbability() {
        Understanding unclear = read(report(null, "楼下那家店晚上弄得我们没法住"));
        double told = unclear.otherTypes().stream()
                .mapToDouble(TypeGuess::probability)
                .sum();

        assertThat(unclear.otherTypes())
                .isNotEmpty()
                .extracting(TypeGuess::type)
                .doesNotContain(unclear.type(), "other");
        assertThat(told + unclear.typeConfidence()).isLessThanOrEqualTo(1.000001);
        assertThat(read(report("noise", "太吵")).otherTypes()).isEmpty();
    }

    @Test
    void wordsThatNoLexiconHasAreReadByTheModel() {
        assertThat(read(report(null, "高速上一辆罐车四轮朝天，驾驶员还系着安全带挂在里头")).type()).isEqualTo("traffic-accident");
        assertThat(read(report(null, "my grandpa keeled over at dinner and his face is drooping"))
                        .type())
                .isEqualTo("medical");
    }

    @Test
    void fullWidthAndUpperCaseReadTheSame() {
        assertThat(read(report(null, "ＦＩＲＥ in the basement")).type()).isEqualTo("fire");
        assertThat(read(report(null, "HOUSE FIRE")).type()).isEqualTo("fire");
    }

    @Test
    void everyTypeHasWordsAndOtherHasTraps() {
        assertThat(PhraseFile.read("lexicon.txt").keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IncidentTypes.listAll().stream().map(IncidentType::code).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "\ud83d", "\u202eabc", "<script>"})
    void oddTextIsNoTrouble(String text) {
        assertThat(read(report(null, text)).type()).isEqualTo(IncidentTypes.OTHER);
    }

    @Test
    void aMegabyteCostsNoMoreThanAPage() {
        assertThat(read(report(null, "没有".repeat(500_000) + "着火")).type()).isEqualTo(IncidentTypes.OTHER);
    }

    @Test
    void aMissingTextIsReadAsEmpty() {
        assertThat(read(report("fire", null)).grade()).isEqualTo(Grade.I);
    }

    private Understanding read(Report report) {
        return reader.read(report, PlaceFinder.none());
    }
}

package io.watchfloor.text.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextModelsTest {
    private static final TextModels MODELS = TextModels.load();

    @ParameterizedTest
    @CsvSource({
        "小区旁边的工地夜里还在施工，路面也挖坏了没人修, 城乡建设",
        "公司拖欠工资三个月，也不给我们交社保, 劳动和社会保障",
        "学校周末强制补课收费，请教育局查一查, 教育文体",
        "工厂排放污水，河水发臭，希望环保部门处理, 环境保护",
        "医院挂号难，医生态度差，医疗费用太高, 卫生计生",
        "出租车拒载，公交车半小时不来一趟, 交通运输"
    })
    void shouldReadWhatAComplaintIsAbout(String text, String category) {
        TextReading reading = MODELS.read(text);

        assertThat(reading.language()).isEqualTo(TextLanguage.ZH);
        assertThat(reading.category().top()).isEqualTo(category);
        assertThat(reading.category().topProbability()).isGreaterThan(0.4);
    }

    @Test
    void shouldReadTheSameWithoutTheSubjectsOfComplaints() {
        TextModels forReports = TextModels.loadForReports();

        for (String text : List.of("三号楼电梯又坏了，太气人了", "两车追尾，堵了半小时", "好害怕，一个人不敢睡")) {
            TextReading reading = forReports.read(text);
            TextReading whole = MODELS.read(text);
            assertThat(reading.category().isEmpty()).isTrue();
            assertThat(reading.polarity()).isEqualTo(whole.polarity());
            assertThat(reading.anger()).isEqualTo(whole.anger());
            assertThat(reading.types().top()).isEqualTo(whole.types().top());
        }
    }

    @Test
    void shouldReadPolarityInSeveralDomains() {
        assertThat(MODELS.read("味道很好，送餐也快，下次还会再来").polarity()).isPositive();
        assertThat(MODELS.read("等了两个小时，饭都凉了，再也不订了").polarity()).isNegative();
        assertThat(MODELS.read("房间干净，服务员热情，位置也方便，很满意").polarity()).isPositive();
        assertThat(MODELS.read("房间又小又脏，隔音很差，态度恶劣").polarity()).isNegative();
    }

    @Test
    void shouldReadAngerAndFearApart() {
        TextReading angry = MODELS.read("太气人了，这些骗子真不要脸，混蛋");
        TextReading afraid = MODELS.read("好害怕，吓死我了，一个人不敢睡");

        assertThat(angry.emotion().top()).isEqualTo(Labels.ANGRY);
        assertThat(afraid.emotion().top()).isEqualTo(Labels.FEAR);
        assertThat(angry.anger()).isGreaterThan(angry.fear());
    }

    @Test
    void shouldTellADisasterFromAFigureOfSpeechInEnglish() {
        double fire = MODELS.read("Wildfire near the town, hundreds evacuated from their homes")
                .disaster()
                .orElseThrow();
        double song =
                MODELS.read("this new song is so good I love it lol").disaster().orElseThrow();

        assertThat(fire).isGreaterThan(0.5);
        assertThat(song).isLessThan(0.5);
    }

    @Test
    void shouldSayNothingAboutWhatItCannotRead() {
        TextReading reading = MODELS.read("12345 …");

        assertThat(reading.language()).isEqualTo(TextLanguage.UNKNOWN);
        assertThat(reading.category().isEmpty()).isTrue();
        assertThat(reading.polarityConfidence()).isZero();
        assertThat(reading.disaster()).isEmpty();
    }

    @Test
    void shouldGiveEveryThreadTheSameAnswer() {
        String text = "楼上漏水，物业不管，很生气";
        double expected = MODELS.read(text).polarity();

        assertThat(IntStream.range(0, 2_000)
                        .parallel()
                        .mapToDouble(i -> {
                            MODELS.read("别的话".repeat(i % 40));
                            return MODELS.read(text).polarity();
                        })
                        .distinct()
                        .toArray())
                .containsExactly(expected);
    }

    @Test
    void shouldRefuseDamagedModels() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> TextModels.load(name -> new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5, 6})));
    }

    @Test
    void shouldPrintItsSpeed() {
        List<String> texts = List.of("三号楼电梯又坏了，老人下不了楼，请尽快派人来修", "广场舞音响太大，孩子没法写作业，求管管");
        long read = 0;
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < 20_000; i++) {
            read += MODELS.read(texts.get(i % 2)).category().labels().size();
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;

        System.out.printf("%,.0f short texts per second of processor time, cold%n", 20_000 * 1e9 / nanos);
        assertThat(read).isEqualTo(20_000 * 7L);
    }
}

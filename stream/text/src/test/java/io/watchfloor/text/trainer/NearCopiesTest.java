package io.watchfloor.text.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearCopiesTest {
    private final NearCopies others = new NearCopies();

    @Test
    void shouldKnowACopyWithAWordMoreOrLess() {
        others.add("一早起来水龙头一滴水都没有");
        others.add("The glass of the bus shelter is smashed");

        assertThat(others.isNear("一早起来，水龙头一滴水也没有！")).isTrue();
        assertThat(others.isNear("the glass of the bus shelter was smashed")).isTrue();
    }

    @Test
    void shouldKnowATextThatStandsInALongerOne() {
        others.add("喂你好，我要反映一下，楼上装修噪音太大了，请快点派人来");

        assertThat(others.isNear("楼上装修噪音太大")).isTrue();
    }

    @Test
    void shouldTakeOtherWordsOfOneMatterForAnotherText() {
        others.add("请问办护照要带什么材料");

        assertThat(others.isNear("居住证怎么办理")).isFalse();
        assertThat(others.closest("一头牛")).isZero();
    }

    @Test
    void shouldKeepOnlyTheFirstOfNearCopiesAmongLabels(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("labels.csv");
        Files.writeString(table, "text,type\n一早起来水龙头一滴水都没有,water-supply\n一早起来水龙头一滴水也没有,water-supply\n楼下着火了,fire\n");

        assertThat(TypeLabels.read(List.of(table)).chinese())
                .extracting(Example::text)
                .containsExactly("一早起来水龙头一滴水都没有", "楼下着火了");
    }
}

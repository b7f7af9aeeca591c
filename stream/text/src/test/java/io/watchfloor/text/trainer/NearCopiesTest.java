package io.watchfloor.text.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}

package io.watchfloor.text.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSketchTest {
    private final TextSketcher sketcher = new TextSketcher();

    @Test
    void shouldFindATextWhollyLikeItself() {
        TextSketch sketch = sketcher.sketch("阳光花园三号楼厨房着火了，有人困在里面");

        Likeness likeness = sketch.to(sketch);

        assertThat(likeness.cosine()).isCloseTo(1, within(1e-6));
        assertThat(likeness.covered()).isCloseTo(1, within(1e-6));
        assertThat(likeness.sameMark()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "厨房油锅着火浓烟很大, 厨房着火了烟很大, 地下车库积水车被淹了",
        "an e-bike is burning in the stairs, electric bike on fire in the staircase the e-bike burns, the bins overflow",
    })
    void shouldFindTheSameMatterMoreAlikeThanAnother(String text, String same, String other) {
        TextSketch sketch = sketcher.sketch(text);

        assertThat(sketch.to(sketcher.sketch(same)).cosine())
                .isGreaterThan(0.2)
                .isGreaterThan(3 * sketch.to(sketcher.sketch(other)).cosine());
    }

    @Test
    void shouldNotCompareWhatIsInAnotherScriptOrEmpty() {
        TextSketch chinese = sketcher.sketch("厨房着火");

        assertThat(chinese.to(sketcher.sketch("kitchen on fire")).comparable()).isFalse();
        assertThat(chinese.to(sketcher.sketch("")).comparable()).isFalse();
        assertThat(chinese.to(TextSketch.EMPTY).cosine()).isZero();
    }

    @Test
    void shouldTakeOutWhatWasAdded() {
        TextSketch fire = sketcher.sketch("厨房着火浓烟很大");
        TextSketch flood = sketcher.sketch("地下车库积水，水已经到膝盖");

        TextSketch left = fire.plus(flood).minus(flood);

        assertThat(left.to(fire).cosine()).isCloseTo(1, within(1e-6));
        assertThat(left.han()).isEqualTo(1);
    }

    @Test
    void shouldStayBoundedHoweverManyTextsAreAdded() {
        TextSketch all = TextSketch.EMPTY;
        for (int i = 0; i < 1_000; i++) {
            char c = (char) (0x4E00 + 3 * i);
            all = all.plus(sketcher.sketch(c + "" + (char) (c + 1) + (char) (c + 2) + c + "号楼着火" + (int) c + "号"));
        }

        assertThat(all.features()).hasSizeLessThanOrEqualTo(TextSketch.MOST_FEATURES);
        assertThat(all.marks()).hasSizeLessThanOrEqualTo(TextSketch.MOST_MARKS);
    }

    @Test
    void shouldLeaveOutThePlaceButNotItsNumber() {
        TextSketch one = sketcher.sketch("阳光花园3栋着火", "阳光花园3栋");
        TextSketch other = sketcher.sketch("阳光花园5栋噪音", "阳光花园5栋");

        assertThat(one.to(other).cosine()).isZero();
        assertThat(one.to(other).marked()).isTrue();
        assertThat(one.to(other).sameMark()).isZero();
        assertThat(one.to(other).marksApart()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "3号楼, 三号楼, true",
        "12栋, 十二幢, true",
        "二十一单元, 21单元, true",
        "Building 7, block 7, true",
        "3号楼, 5号楼, false",
        "gate 2, exit 3, false",
        "86 Albert Road, no. 86, true",
        "86 Albert Road, 12 Albert Road, false",
        "3栋2单元, 7栋2单元, false",
        "12弄3号, 12弄7号, false",
        "3栋5楼, 3栋2楼, true",
    })
    void shouldReadNumbersOfHouses(String one, String other, boolean same) {
        Likeness likeness = sketcher.sketch(one).to(sketcher.sketch(other));

        assertThat(likeness.marked()).isTrue();
        assertThat(likeness.sameMark()).isEqualTo(same ? 1 : 0);
    }

    @Test
    void shouldReadTheNumbersOfAnAddressLikeThoseOfTheWords() {
        TextSketch one = sketcher.sketch("停水了", "", "人民路12号");
        TextSketch other = sketcher.sketch("停水了", "", "人民路86号");

        assertThat(one.to(other).cosine()).isCloseTo(1, within(1e-6));
        assertThat(one.to(other).sameMark()).isZero();
        assertThat(one.to(other).marksApart()).isEqualTo(74);
        assertThat(sketcher.sketch("停水了", "", null).to(other).marked()).isFalse();
    }

    @Test
    void shouldCountANumberTheMoreTheMoreSayIt() {
        TextSketch third = sketcher.sketch("3栋着火");
        TextSketch seventh = sketcher.sketch("7栋着火");
        TextSketch all = third.plus(third).plus(third).plus(seventh);

        assertThat(third.to(all).sameMark()).isEqualTo(0.75);
        assertThat(seventh.to(all).sameMark()).isEqualTo(0.25);
    }

    @Test
    void shouldNotTakeWordsOfAnotherScriptForADifference() {
        TextSketch chinese = sketcher.sketch("厨房着火浓烟很大");
        TextSketch both = chinese.plus(sketcher.sketch("the kitchen is on fire with thick smoke"));

        assertThat(chinese.to(both).cosine()).isCloseTo(1, within(1e-6));
    }
}

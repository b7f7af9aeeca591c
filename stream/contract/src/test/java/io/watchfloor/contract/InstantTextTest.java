package io.watchfloor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InstantTextTest {
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final long[] FRACTIONS = {1_000_000_000, 1_000_000, 1_000, 1};

    @Test
    void shouldWriteAndReadEveryTimeAsTheJdkDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            long second = (long) (random.nextDouble() * LAST_SECOND);
            long step = FRACTIONS[i % FRACTIONS.length];
            Instant time = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000) / step * step);

            assertThat(InstantText.write(time)).isEqualTo(time.toString());
            assertThat(InstantText.read(time.toString())).isEqualTo(time);
        }
    }

    @Test
    void shouldKnowTheEdgesOfDaysMonthsAndYears() {
        for (String text : List.of(
                "1970-01-01T00:00:00Z",
                "1999-12-31T23:59:59.999999999Z",
                "2000-02-29T00:00:00Z",
                "2100-02-28T23:59:59Z",
                "2100-03-01T00:00:00Z",
                "2024-12-31T00:00:00Z",
                "9999-12-31T23:59:59Z")) {
            assertThat(InstantText.read(text)).isEqualTo(Instant.parse(text));
            assertThat(InstantText.write(Instant.parse(text))).isEqualTo(text);
        }
    }

    @Test
    void shouldLeaveOtherFormsToTheFormatter() throws Exception {
        for (String text : List.of("2026-03-01T08:00:00+08:00", "2026-03-01T08:00Z", "1969-12-31T23:59:59Z")) {
            assertThat(InstantText.read(text)).isNull();
        }
        assertThat(Json.mapper().readValue("\"2026-03-01T08:00:00+08:00\"", Instant.class))
                .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(Json.mapper().writeValueAsString(Instant.parse("1969-12-31T23:59:59Z")))
                .isEqualTo("\"1969-12-31T23:59:59Z\"");
    }

    @Test
    void shouldRefuseWhatIsNoTime() {
        for (String text : List.of(
                "2026-02-29T08:00:00Z",
                "2026-13-01T08:00:00Z",
                "2026-03-01T24:00:01Z",
                "2026-03-01T08:60:00Z",
                "2026-03-01T08:00:61Z",
                "2026-03-01T08:00:0xZ")) {
            assertThat(InstantText.read(text)).isNull();
            assertThatThrownBy(() -> Json.mapper().readValue("\"" + text + "\"", Instant.class))
                    .isInstanceOf(JsonMappingException.class);
        }
    }
}

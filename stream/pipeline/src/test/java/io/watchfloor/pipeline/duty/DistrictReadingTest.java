package io.watchfloor.pipeline.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchfloor.graph.district.District;
import io.watchfloor.pipeline.duty.rule.DistrictLookup;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DistrictReadingTest {
    @Test
    void shouldGoOnWithoutADistrictUntilTheGraphAnswers() {
        DistrictLookup district = DistrictLookup.of(empty());
        AtomicInteger attempts = new AtomicInteger();
        DistrictAccess access = () -> {
            if (attempts.incrementAndGet() <= 3) {
                throw new IllegalStateException("the graph is away");
            }
            return district;
        };

        try (DistrictReading reading = new DistrictReading(access, Duration.ofMillis(20))) {
            assertThat(reading.now()).isNotNull();
            await().untilAsserted(() -> assertThat(reading.now()).isSameAs(district));
        }
        assertThat(attempts).hasValue(4);
    }

    private static District empty() {
        return new District(
                "D",
                "区",
                "District",
                ZoneId.of("Asia/Shanghai"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}

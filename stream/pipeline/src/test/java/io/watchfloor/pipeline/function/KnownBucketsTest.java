package io.watchfloor.pipeline.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KnownBucketsTest {
    private static final int LIMIT = 100;

    private final KnownBuckets buckets = new KnownBuckets(LIMIT);

    @Test
    void shouldNeverGiveAnythingButWhatWasPutLast() {
        Random random = new Random(3);
        Map<String, List<Held>> truth = new HashMap<>();
        int found = 0;
        for (int i = 0; i < 100_000; i++) {
            String region = random.nextBoolean() ? "r30:120" : "r30:121";
            long number = random.nextInt(2 * LIMIT);
            int deed = random.nextInt(20);
            if (deed == 0) {
                buckets.forget(region, number);
                truth.remove(region + number);
            } else if (deed < 8) {
                List<Held> held = List.of(new Held("I-" + i, null));
                buckets.put(region, number, held);
                truth.put(region + number, held);
            } else {
                List<Held> held = buckets.find(region, number);
                if (held != null) {
                    assertThat(held).isSameAs(truth.get(region + number));
                    found++;
                }
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void shouldKeepWhatIsAskedForAndForgetTheRest() {
        List<Held> held = List.of(new Held("I-1", null));
        buckets.put("live", 1, held);
        buckets.put("live", 2, held);

        for (int i = 0; i < 10 * LIMIT; i++) {
            buckets.put("live", 100 + i, List.of());
            assertThat(buckets.find("live", 1)).isSameAs(held);
        }

        assertThat(buckets.find("live", 2)).isNull();
    }

    @Test
    void shouldForgetOneRegionOnly() {
        buckets.put("a", 1, List.of());
        buckets.put("b", 1, List.of());

        buckets.forgetAll("a");

        assertThat(buckets.find("a", 1)).isNull();
        assertThat(buckets.find("b", 1)).isNotNull();
    }
}

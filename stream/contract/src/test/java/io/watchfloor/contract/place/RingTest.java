package io.watchfloor.contract.place;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.watchfloor.contract.Json;
import org.junit.jupiter.api.Test;

class RingTest {
    @Test
    void shouldContainWhatLiesInsideOfAConcaveRing() throws JsonProcessingException {
        Ring horseshoe = ring("[[0,0],[0,10],[10,10],[10,7],[3,7],[3,3],[10,3],[10,0]]");

        assertThat(horseshoe.contains(1, 5)).isTrue();
        assertThat(horseshoe.contains(8, 1)).isTrue();
        assertThat(horseshoe.contains(8, 9)).isTrue();
        assertThat(horseshoe.contains(8, 5)).as("between its arms").isFalse();
        assertThat(horseshoe.contains(11, 1)).isFalse();
        assertThat(horseshoe.contains(1, -1)).isFalse();
    }

    @Test
    void shouldContainNothingWhenItIsALine() throws JsonProcessingException {
        assertThat(ring("[[0,0],[5,5],[10,10]]").contains(5, 6)).isFalse();
    }

    private static Ring ring(String corners) throws JsonProcessingException {
        return Ring.of(Json.mapper().readValue(corners, new TypeReference<>() {}));
    }
}

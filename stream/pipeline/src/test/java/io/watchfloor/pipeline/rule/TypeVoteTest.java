package io.watchfloor.pipeline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.TypeGuess;
import io.watchfloor.contract.Understanding;
import io.watchfloor.contract.Wish;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeVoteTest {
    private static Understanding read(String type, double confidence, TypeGuess... others) {
        return new Understanding(
                "zh", type, confidence, Grade.III, Mood.NEUTRAL, Wish.NONE, List.of(), null, List.of(others));
    }

    private static String winner(Understanding... readings) {
        List<TypeVote> votes = List.of();
        for (Understanding reading : readings) {
            votes = TypeVote.cast(votes, reading);
        }
        return TypeVote.winner(votes).type();
    }

    @Test
    void shouldNotLetTwoWhoComplainOfTheCarsOutvoteWhoSeesSomebodyUnconscious() {
        Understanding parking = read("illegal-parking", 0.9);
        assertThat(winner(read("medical", 0.8), parking, parking)).isEqualTo("medical");
        assertThat(winner(parking, parking, read("medical", 0.8))).isEqualTo("medical");
    }

    @Test
    void shouldNotMakeAnEmergencyOfManyByOneMisreading() {
        Understanding noise = read("noise", 0.9);
        assertThat(winner(noise, noise, noise, read("violence", 0.6))).isEqualTo("noise");
    }

    @Test
    void shouldNotCountMoreAnEmergencyThatIsOnlyThoughtOfBeside() {
        Understanding market = read("street-vending", 0.6, new TypeGuess("fire", 0.3));
        assertThat(winner(market, market)).isEqualTo("street-vending");
    }

    @Test
    void shouldLetMostReportsDecideAmongEmergenciesAndAmongSlightMatters() {
        assertThat(winner(read("fire", 0.9), read("medical", 0.7), read("fire", 0.5)))
                .isEqualTo("fire");
        assertThat(winner(read("noise", 0.9), read("garbage", 0.7), read("garbage", 0.5)))
                .isEqualTo("garbage");
    }
}

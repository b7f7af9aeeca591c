package io.watchfloor.pipeline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Grade;
import io.watchfloor.contract.Mood;
import io.watchfloor.contract.TypeGuess;
import io.watchfloor.contract.Understanding;
import io.watchfloor.contract.Wish;
import io.watchfloor.pipeline.Reports;
import io.watchfloor.text.similar.TextSketcher;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeOddsTest {
    private final TextSketcher sketcher = new TextSketcher();

    @Test
    void shouldSpeakForOneTypeAndAgainstTwoTheMoreTheSurerBothAre() {
        OpenIncident fire = Joining.open(read("fire", 0.9), new int[0], 0);

        assertThat(odds(read("fire", 0.9), fire))
                .isGreaterThan(odds(read("fire", 0.6), fire))
                .isGreaterThan(10);
        assertThat(odds(read("noise", 0.9), fire))
                .isLessThan(odds(read("noise", 0.6), fire))
                .isLessThan(0.3);
    }

    @Test
    void shouldSayNothingWhereNothingWasRead() {
        OpenIncident fire = Joining.open(read("fire", 0.9), new int[0], 0);

        assertThat(odds(read("other", 0), fire)).isBetween(0.4, 2.0);
    }

    @Test
    void shouldListenToWhatElseItMayBe() {
        OpenIncident lift = Joining.open(read("elevator-trapped", 0.9), new int[0], 0);

        assertThat(odds(read("consumer", 0.7, new TypeGuess("elevator-trapped", 0.25)), lift))
                .isGreaterThan(4)
                .isGreaterThan(8 * odds(read("consumer", 0.7), lift));
    }

    @Test
    void shouldTakeAkinTypesForLikelierThanStrangers() {
        OpenIncident fire = Joining.open(read("fire", 0.8), new int[0], 0);

        assertThat(odds(read("gas-leak", 0.8), fire)).isGreaterThan(2 * odds(read("education", 0.8), fire));
    }

    @Test
    void shouldHearAllOfTheIncidentsReports() {
        OpenIncident mixed = Joining.open(read("noise", 0.8), new int[0], 0);
        mixed = Joining.join(mixed, read("animal", 0.8), 0);

        assertThat(odds(read("noise", 0.8), mixed)).isGreaterThan(5);
        assertThat(odds(read("animal", 0.8), mixed)).isGreaterThan(5);
        assertThat(odds(read("fire", 0.8), mixed)).isLessThan(0.6);
    }

    @Test
    void shouldFollowTheOfficerWhateverReportsSaid() {
        OpenIncident decided = Correcting.retype(Joining.open(read("noise", 0.9), new int[0], 0), "fire", 0);

        assertThat(odds(read("fire", 0.9), decided)).isGreaterThan(10);
        assertThat(odds(read("noise", 0.9), decided)).isLessThan(0.3);
    }

    @Test
    void shouldCountWhatIsThoughtOfBesideAndStayAsSureAsTheReaderOfOneReport() {
        OpenIncident one = Joining.open(read("consumer", 0.5, new TypeGuess("elevator-trapped", 0.4)), new int[0], 0);
        assertThat(one.type()).isEqualTo("consumer");
        assertThat(one.observed().typeConfidence()).isEqualTo(0.5);

        OpenIncident two = Joining.join(one, read("facility-damage", 0.5, new TypeGuess("elevator-trapped", 0.4)), 0);
        assertThat(two.type()).isEqualTo("elevator-trapped");
        assertThat(two.observed().typeConfidence()).isBetween(0.2, 0.5);
    }

    @Test
    void shouldTakeAVoteBackWithEverythingItSaid() {
        ReadReport second = read("consumer", 0.6, new TypeGuess("fire", 0.3));
        OpenIncident before = Joining.open(read("noise", 0.8), new int[0], 0);
        OpenIncident after = Joining.leave(Joining.join(before, second, 0), second, 0);

        assertThat(after.type()).isEqualTo("noise");
        assertThat(after.votes().stream().mapToDouble(TypeVote::mass).sum()).isEqualTo(0.8);
    }

    private static double odds(ReadReport report, OpenIncident incident) {
        return new TypeOdds(report).of(Footprint.of(incident));
    }

    private ReadReport read(String type, double sure, TypeGuess... others) {
        Understanding understanding = new Understanding(
                "zh", type, sure, Grade.III, Mood.NEUTRAL, Wish.NONE, List.of(), null, List.of(others));
        return ReadReport.of(
                Reports.at(type + sure, type, "2026-03-01T08:00:00Z", Reports.LAT, Reports.LON),
                understanding,
                sketcher);
    }
}

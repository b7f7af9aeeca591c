package io.watchfloor.pipeline.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchfloor.contract.IncidentType;
import io.watchfloor.contract.IncidentTypes;
import io.watchfloor.contract.PlaceMention;
import io.watchfloor.contract.Report;
import io.watchfloor.pipeline.Reports;
import io.watchfloor.text.similar.TextSketcher;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final int PAIRS = 60_000;
    /** Beyond it a probability no longer tells its sum. */
    private static final double NEXT_TO_CERTAIN = 1 - 1e-9;

    private static final List<String> WORDS = List.of(
            "三号楼厨房着火了，浓烟很大", "厨房着火", "着火了", "5栋2单元着火了", "there is a fire", "kitchen on fire, block 3", "路灯坏了", "");

    private final Random random = new Random(17);
    private final TextSketcher sketcher = new TextSketcher();

    @Test
    void shouldSayRoughlyWhatIsExactly() {
        for (int i = 0; i < PAIRS; i++) {
            double exponent = Arithmetic.MOST_EXPONENT * random.nextDouble();
            double number = StrictMath.exp(60 * random.nextDouble() - 30);

            assertThat(Arithmetic.ROUGH.exp(exponent) / StrictMath.exp(-exponent))
                    .isEqualTo(1, within(1e-4));
            assertThat(Arithmetic.ROUGH.log(number)).isEqualTo(StrictMath.log(number), within(1e-5));
            assertThat(Arithmetic.ROUGH.log1p(number)).isEqualTo(StrictMath.log1p(number), within(1e-5));
        }
    }

    @Test
    void shouldRuleOutRoughlyOnlyWhatIsRuledOutAndKeepCluesNear() {
        int possible = 0;
        for (int i = 0; i < PAIRS; i++) {
            ReportPoint report = new ReportPoint(read("b" + i));
            Footprint incident = incident("a" + i);
            double[] exact = Clues.empty();
            double[] rough = Clues.empty();
            boolean isPossible = Clues.setPlaceAndTime(exact, report, incident, Arithmetic.EXACT);
            boolean mayBe = Clues.setPlaceAndTime(rough, report, incident, Arithmetic.ROUGH);

            assertThat(isPossible && !mayBe).isFalse();
            if (!isPossible) {
                continue;
            }
            possible++;
            double odds = new TypeOdds(report.report()).of(incident);
            Clues.addTypes(exact, odds, Arithmetic.EXACT);
            Clues.addTypes(rough, odds, Arithmetic.ROUGH);
            for (Clue clue : Clue.values()) {
                double most = clue == Clue.TYPE_POSITION ? TypeOdds.MOST_LOG : 1;
                assertThat(Clues.get(rough, clue))
                        .as("%s of %s and %s", clue, report.report(), incident.incident())
                        .isEqualTo(Clues.get(exact, clue), within(most * Arithmetic.MOST_OFF));
            }
        }
        assertThat(possible).isGreaterThan(PAIRS / 4);
    }

    /** Also with weights of the other sign: bounds must not lean on what was fitted. */
    @Test
    void shouldPassOverNothingThatComesToWhatIsAskedFor() {
        int passedOver = 0;
        int kept = 0;
        for (int i = 0; i < PAIRS; i++) {
            SameEvent rule = i % 2 == 0 ? new SameEvent() : new SameEvent(weights(), 0.35);
            SameEvent.Weighing weighing = rule.new Weighing(read("b" + i));
            Footprint incident = incident("a" + i);
            double full = weighing.probability(incident, Double.NEGATIVE_INFINITY);
            double asked = 0.01 + 0.98 * random.nextDouble();
            double found = weighing.probability(incident, SameEvent.leastSum(asked));

            if (full >= asked) {
                assertThat(found).isEqualTo(full);
                if (full < NEXT_TO_CERTAIN) {
                    assertThat(weighing.probability(incident, SameEvent.leastSum(full)))
                            .isEqualTo(full);
                }
                kept++;
            } else {
                assertThat(found).isIn(full, 0.0);
                passedOver += found == 0 ? 1 : 0;
            }
        }
        assertThat(kept).isGreaterThan(PAIRS / 50);
        assertThat(passedOver).isGreaterThan(PAIRS / 4);
    }

    private double[] weights() {
        return random.doubles(Clue.values().length, -3, 3).toArray();
    }

    private Footprint incident(String id) {
        OpenIncident incident = Joining.open(read(id), new int[0], 0);
        for (int more = random.nextInt(4); more > 0; more--) {
            incident = Joining.join(incident, read(id + more), 0);
        }
        return Footprint.of(incident);
    }

    /** Within some hundred metres and two hours mostly, in a few words or none. */
    private ReadReport read(String id) {
        List<IncidentType> types = IncidentTypes.listAll();
        IncidentType type = types.get(random.nextInt(random.nextBoolean() ? 2 : types.size()));
        boolean byText = random.nextInt(4) == 0;
        boolean named = byText || random.nextInt(3) == 0;
        double reach = random.nextInt(4) == 0 ? 0.02 : 0.004;
        double lat = Reports.LAT + reach * (random.nextDouble() - 0.5);
        double lon = Reports.LON + reach * (random.nextDouble() - 0.5);
        Instant at = START.plusSeconds(random.nextInt(random.nextInt(8) == 0 ? 60_000 : 5_400));
        String address = random.nextInt(6) == 0 ? "解放路" + random.nextInt(3) + "号" : null;
        Report report = Reports.pinned(id, type, at, !byText, lat, lon, address);
        String placeId = random.nextBoolean() ? "street:main" : "P-" + random.nextInt(2);
        PlaceMention place =
                named ? new PlaceMention(placeId, "解放路", lat + 0.001, lon, 500 * random.nextDouble(), 1) : null;
        double confidence = random.nextDouble();
        String words = WORDS.get(random.nextInt(WORDS.size()));
        return Reports.read(report.saying(words), confidence, place, sketcher);
    }
}

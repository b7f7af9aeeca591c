package io.watchfloor.pipeline.warn.study;

import io.watchfloor.pipeline.warn.rule.CellMap;
import io.watchfloor.pipeline.warn.rule.Risk;
import io.watchfloor.pipeline.warn.rule.Thresholds;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.LongStream;

/** Probability of warning against precision, by the bar from which on it is warned: of the rule, and of an oracle. */
final class CurveStudy {
    private static final double[] BARS = {0.6, 0.8, 0.9, 0.95};
    private static final double STRENGTH = 26;
    private static final double[] ANY_STRENGTH = {10, 16, 26, 40};
    private static final double[] RULE_STRENGTHS = {13, 26, 52};
    private static final int ORACLE_SEEDS = 4;

    private final PrintStream out;

    CurveStudy(PrintStream out) {
        this.out = out;
    }

    /** Of the shipped fit, on seeds that it has not seen. */
    void rule() {
        CellMap cells = CellMap.of(Incidents.city());
        for (double strength : RULE_STRENGTHS) {
            tell(
                    String.format(Locale.ROOT, "%.0f extra reports, complaints alone | with sensors", strength),
                    bar -> rule(cells, strength, bar, false),
                    bar -> rule(cells, strength, bar, true));
        }
    }

    /** Of an oracle that is told how strong precursors are, and of one that is not. */
    void oracle() {
        for (double[] strengths : List.of(new double[] {STRENGTH}, ANY_STRENGTH)) {
            List<OracleRun> alone = oracles(strengths, false);
            List<OracleRun> joined = oracles(strengths, true);
            String told = strengths.length == 1 ? "oracle that is told the strength" : "oracle that is not";
            tell(
                    told + ", alone | with sensors",
                    bar -> new Outcomes(
                            alone.stream().map(run -> run.measure(bar)).toList()),
                    bar -> new Outcomes(
                            joined.stream().map(run -> run.measure(bar)).toList()));
        }
    }

    private void tell(String head, DoubleFunction<Outcomes> alone, DoubleFunction<Outcomes> joined) {
        out.printf(Locale.ROOT, "| bar | %s | alerts a week, alone |%n|---|---|---|---|%n", head);
        for (double bar : BARS) {
            Outcomes own = alone.apply(bar);
            out.printf(
                    Locale.ROOT,
                    "| %.2f | %s | %s | %.1f |%n",
                    bar,
                    own.shares(),
                    joined.apply(bar).shares(),
                    own.mean().alertsPerWeek());
        }
        out.println();
    }

    private static Outcomes rule(CellMap cells, double strength, double bar, boolean devices) {
        Thresholds thresholds = Thresholds.SHIPPED.withBlue(bar);
        return new Outcomes(LongStream.of(PrecursorStudy.MEASURED_SEEDS)
                .mapToObj(seed -> new PrecursorRun(Incidents.of(seed, City.USUAL, strength, devices), cells)
                        .measure(Risk.SHIPPED, thresholds))
                .toList());
    }

    private static List<OracleRun> oracles(double[] strengths, boolean devices) {
        return LongStream.rangeClosed(1, ORACLE_SEEDS)
                .mapToObj(seed -> new OracleRun(
                        Incidents.of(seed, City.USUAL, STRENGTH, devices), City.USUAL, strengths, devices))
                .toList();
    }
}

package io.watchfloor.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchfloor.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alert rules and the dashboard ask for figures that there are, from the first scrape on. */
class MonitoringIT {
    private static final Path FOLDER = Path.of("../deploy/monitoring");
    private static final Pattern FIGURE =
            Pattern.compile("\\b((?:watchfloor|jvm|process|system|vertx|http)_[a-z0-9_]+)(\\{[^}]*})?");
    private static final Pattern EXACT = Pattern.compile("[a-z_]+=\"[^\"]*\"");
    private static final Pattern EXPRESSION = Pattern.compile("(?m)^\\s*expr: (.*)$");

    @TempDir
    private Path journal;

    /** Each a figure, and the labels that it is asked for with. */
    @Test
    void shouldPublishEveryFigureThatARuleOrTheDashboardAsksForFromTheStart() throws IOException {
        Set<List<String>> asked = figuresOfRules();
        assertThat(asked).hasSizeGreaterThan(8);
        Set<List<String>> shown = figuresOfDashboard();
        assertThat(shown).hasSizeGreaterThan(8);
        asked.addAll(shown);

        try (RealRedis redis = new RealRedis();
                RunningGateway gateway =
                        new RunningGateway(redis, Map.of("WATCHFLOOR_JOURNAL_FOLDER", journal.toString()))) {
            // of a feed there is nothing to tell before it has sent
            gateway.post("/api/v1/reports", Samples.report("monitored").toString());
            gateway.post("/api/v1/reports", "no report");
            // a refused entry is counted when it has been kept, which nobody is made to wait for
            await().untilAsserted(() -> {
                List<String> lines = linesOf(gateway.get("/metrics").body());
                assertThat(asked).allSatisfy(figure -> assertThat(lines)
                        .anyMatch(line -> line.replaceFirst("[{ ].*", "").equals(figure.get(0))
                                && figure.stream().skip(1).allMatch(line::contains)));
            });
        }
    }

    private static List<String> linesOf(String metrics) {
        return metrics.lines().filter(line -> !line.startsWith("#")).toList();
    }

    private static Set<List<String>> figuresOfRules() throws IOException {
        Set<List<String>> names = new LinkedHashSet<>();
        Matcher expressions = EXPRESSION.matcher(Files.readString(FOLDER.resolve("alerts.yml")));
        while (expressions.find()) {
            addFigures(expressions.group(1), names);
        }
        return names;
    }

    private static Set<List<String>> figuresOfDashboard() throws IOException {
        Set<List<String>> names = new LinkedHashSet<>();
        Json.mapper()
                .readTree(FOLDER.resolve("grafana-dashboard.json").toFile())
                .findValuesAsText("expr")
                .forEach(expression -> addFigures(expression, names));
        return names;
    }

    private static void addFigures(String expression, Set<List<String>> names) {
        Matcher figures = FIGURE.matcher(expression);
        while (figures.find()) {
            List<String> figure = new ArrayList<>(List.of(figures.group(1)));
            if (figures.group(2) != null) {
                EXACT.matcher(figures.group(2))
                        .results()
                        .map(MatchResult::group)
                        .forEach(figure::add);
            }
            names.add(figure);
        }
    }
}

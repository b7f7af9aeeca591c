package io.watchfloor.pipeline.warn.study;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.AlertKind;
import io.watchfloor.contract.Grade;
import io.watchfloor.contract.place.CellShape;
import io.watchfloor.contract.place.Gazetteer;
import io.watchfloor.pipeline.warn.rule.Blobs;
import io.watchfloor.pipeline.warn.rule.CellMap;
import io.watchfloor.pipeline.warn.rule.Risk;
import io.watchfloor.pipeline.warn.rule.Sighting;
import io.watchfloor.pipeline.warn.rule.Thresholds;
import io.watchfloor.pipeline.warn.rule.Watch;
import io.watchfloor.text.model.TextModels;
import io.watchfloor.text.model.TextReading;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Replays real complaints from nothing: what was raised when, and how often for nothing. An alert was for nothing when
 * the topic's next day there, in the alert's cells and those that touch them, or in the whole area, had less than three
 * times the reports of its average day in the file, or less than five.
 */
final class ReplayStudy {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final long DAY = 86_400_000L;
    private static final double TIMES_NORMAL = 3;
    private static final int FEWEST = 5;
    private static final int MATTER_DAYS = 28;

    private final PrintStream out;

    ReplayStudy(PrintStream out) {
        this.out = out;
    }

    /** Boston's service requests: the request's type is the topic, squares of a kilometre are the cells. */
    void boston(Path file) throws IOException {
        ZoneId zone = ZoneId.of("America/New_York");
        List<Sighting> sightings = new ArrayList<>();
        for (Map<String, String> row : CsvRows.read(file)) {
            boolean located =
                    !row.get("latitude").isBlank() && !row.get("longitude").isBlank();
            sightings.add(new Sighting(
                    row.get("case_enquiry_id"),
                    row.get("type").strip(),
                    1,
                    millis(row.get("open_dt"), zone),
                    located ? Double.valueOf(row.get("latitude")) : null,
                    located ? Double.valueOf(row.get("longitude")) : null,
                    0,
                    0,
                    false,
                    row.get("case_title")));
        }
        replay(sightings, squares(42.22, -71.20, 18, 18, zone), zone);
    }

    /** Citizens' messages, read by the shipped models; their places are anonymised, so only the area is watched. */
    void teddy(Path file) throws IOException {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        TextModels models = TextModels.load();
        List<Sighting> sightings = new ArrayList<>();
        for (Map<String, String> row : CsvRows.read(file)) {
            String text = row.get("留言主题") + "。" + row.get("留言详情");
            TextReading read = models.read(text);
            String time = row.get("留言时间");
            if (time.compareTo("2019") < 0) {
                continue;
            }
            sightings.add(new Sighting(
                    row.get("留言编号"),
                    read.category().top(),
                    read.category().topProbability(),
                    millis(time, zone),
                    null,
                    null,
                    read.polarity(),
                    Math.max(read.anger(), read.fear()),
                    false,
                    text,
                    row.get("留言用户")));
        }
        replay(sightings, new Gazetteer("none", zone.getId(), List.of(), List.of()), zone);
    }

    private void replay(List<Sighting> unsorted, Gazetteer area, ZoneId zone) {
        List<Sighting> sightings = unsorted.stream()
                .sorted(Comparator.comparingLong(Sighting::receivedMillis))
                .toList();
        CellMap cells = CellMap.of(area);
        Watch watch = new Watch("live", Blobs.none(), cells, Risk.SHIPPED, Thresholds.SHIPPED);
        Map<String, Alert> first = new LinkedHashMap<>();
        Map<String, Grade> gravest = new LinkedHashMap<>();
        for (Sighting sighting : sightings) {
            for (Alert alert : watch.see(sighting)) {
                first.putIfAbsent(alert.id(), alert);
                gravest.merge(alert.id(), alert.level(), Grade::graver);
            }
        }
        double weeks = (sightings.get(sightings.size() - 1).receivedMillis()
                        - sightings.get(0).receivedMillis())
                / (7.0 * DAY);
        int nothing = 0;
        out.println(
                "| raised | topic | where | first / gravest level | count, usual | next day there, average day | |");
        out.println("|---|---|---|---|---|---|---|");
        for (Alert alert : first.values()) {
            nothing += tell(alert, gravest.get(alert.id()), sightings, cells, zone, weeks * 7) ? 0 : 1;
        }
        out.printf(
                Locale.ROOT,
                "%n%d reports in %.1f weeks: %d alerts, %.2f a week; for nothing %d, %.2f a week%n",
                sightings.size(),
                weeks,
                first.size(),
                first.size() / weeks,
                nothing,
                nothing / weeks);
    }

    /** Whether something came of it. */
    private boolean tell(
            Alert alert, Grade gravest, List<Sighting> sightings, CellMap cells, ZoneId zone, double days) {
        if (alert.alertKind() == AlertKind.MATTER) {
            return tellMatter(alert, gravest, sightings, zone);
        }
        long raised = alert.raisedAt().toEpochMilli();
        List<Sighting> there =
                sightings.stream().filter(s -> isThere(alert, s, cells)).toList();
        long after = there.stream()
                .filter(s -> s.receivedMillis() > raised - DAY / 24 && s.receivedMillis() <= raised + DAY)
                .count();
        double average = there.size() / days;
        boolean right =
                alert.alertKind() == AlertKind.NEW_TOPIC || (after >= TIMES_NORMAL * average && after >= FEWEST);
        String topic = alert.alertKind() == AlertKind.NEW_TOPIC ? "new: " + alert.words() : alert.topic();
        out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s / %s | %d, %.2f | %d, %.2f | %s |%n",
                alert.raisedAt().atZone(zone).format(SHORT),
                topic,
                alert.alertKind(),
                alert.level(),
                gravest,
                alert.count(),
                alert.expected(),
                after,
                average,
                right ? "" : "for nothing");
        return right;
    }

    /** Of a matter: whether somebody speaks of its most telling words again within the next weeks. */
    private boolean tellMatter(Alert alert, Grade gravest, List<Sighting> sightings, ZoneId zone) {
        long raised = alert.raisedAt().toEpochMilli();
        long later = sightings.stream()
                .filter(s -> s.receivedMillis() > raised && s.receivedMillis() <= raised + MATTER_DAYS * DAY)
                .filter(s -> alert.words().stream().limit(2).anyMatch(s.text()::contains))
                .count();
        out.printf(
                Locale.ROOT,
                "| %s | matter of %s: %s | %s | %s / %s | %d, %.2f | %d in %d days | %s |%n",
                alert.raisedAt().atZone(zone).format(SHORT),
                alert.topic(),
                alert.words(),
                alert.alertKind(),
                alert.level(),
                gravest,
                alert.count(),
                alert.expected(),
                later,
                MATTER_DAYS,
                later > 0 ? "" : "for nothing");
        return later > 0;
    }

    private static boolean isThere(Alert alert, Sighting sighting, CellMap cells) {
        if (!sighting.topic().equals(alert.topic())) {
            return false;
        }
        String cell = cells.at(sighting.lat(), sighting.lon());
        return alert.cellIds().isEmpty()
                || (cell != null
                        && (alert.cellIds().contains(cell)
                                || cells.touching(cell).stream().anyMatch(alert.cellIds()::contains)));
    }

    private static long millis(String time, ZoneId zone) {
        String padded = time.length() == 19 ? time : time.replace('/', '-');
        return LocalDateTime.parse(padded.length() == 16 ? padded + ":00" : padded, TIME)
                .atZone(zone)
                .toInstant()
                .toEpochMilli();
    }

    private static Gazetteer squares(double south, double west, int rows, int columns, ZoneId zone) {
        List<CellShape> cells = new ArrayList<>();
        double high = 0.009;
        double wide = 0.0122;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double lat = south + row * high;
                double lon = west + column * wide;
                cells.add(new CellShape(
                        row + "-" + column,
                        "A",
                        "",
                        "",
                        List.of(
                                List.of(lat, lon),
                                List.of(lat, lon + wide),
                                List.of(lat + high, lon + wide),
                                List.of(lat + high, lon))));
            }
        }
        return new Gazetteer("squares", zone.getId(), List.of(), cells);
    }
}

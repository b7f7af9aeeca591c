package io.watchfloor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchfloor.contract.Alert;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.FiledReport;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.Report;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.GraphSettings;
import io.watchfloor.graph.archive.IncidentArchive;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.resps.StreamEntry;

/** Counts report ids at every stage: acknowledged, merged, in the graph. */
final class Ledger {
    static final int PARTITIONS = 1;
    private static final List<String> TYPES = List.of("fire", "noise", "theft", "garbage", "traffic-accident");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PAGE = 5_000;

    private final RedisProcess redis;
    private final Set<String> acknowledged = new TreeSet<>();

    Ledger(RedisProcess redis) {
        this.redis = redis;
    }

    /** Reports around many places of several regions; every tenth is a second copy of an earlier one. */
    static List<Report> randomReports(String prefix, int count, long seed) {
        Random random = new Random(seed);
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i > 0 && random.nextInt(10) == 0) {
                reports.add(reports.get(random.nextInt(reports.size())));
                continue;
            }
            Instant now = Instant.now();
            reports.add(Reports.report(
                    prefix + i,
                    TYPES.get(random.nextInt(TYPES.size())),
                    now.minusSeconds(random.nextInt(600)),
                    now,
                    31.0 + random.nextInt(5) * 0.2 + random.nextInt(10) * 0.015 + random.nextGaussian() * 0.0008,
                    121.41 + random.nextInt(10) * 0.015 + random.nextGaussian() * 0.0008,
                    null));
        }
        return reports;
    }

    /** Appends them as the gateway does, in batches, each repeated until Redis has taken it. */
    void acknowledge(List<Report> reports, int batch) {
        try (RedisClient client = redis.address().open()) {
            for (int from = 0; from < reports.size(); from += batch) {
                List<Report> next = reports.subList(from, Math.min(reports.size(), from + batch));
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .ignoreExceptionsMatching(JedisException.class::isInstance)
                        .until(() -> {
                            RedisProcess.acknowledge(client, next, PARTITIONS);
                            return true;
                        });
                next.forEach(report -> acknowledged.add(report.id()));
            }
        }
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    /** Incidents of each report on their way to the graph. */
    Map<String, Set<String>> onPicture() {
        Map<String, Set<String>> owners = new HashMap<>();
        for (Object message : messages(Channels.filed("live"))) {
            if (message instanceof FiledReport filed) {
                owners.computeIfAbsent(filed.report().id(), id -> new TreeSet<>())
                        .add(filed.incidentId());
            }
        }
        return owners;
    }

    /** The newest version of each incident on the picture stream. */
    Map<String, ObservedIncident> incidentsOnPicture() {
        Map<String, ObservedIncident> incidents = new TreeMap<>();
        for (Object message : messages(Channels.picture("live"))) {
            if (message instanceof ObservedIncident incident) {
                incidents.merge(incident.id(), incident, (a, b) -> a.version() >= b.version() ? a : b);
            }
        }
        return incidents;
    }

    /** Every version of every alert on the picture stream; one that was told twice alike is one. */
    Set<Alert> alertsOnPicture() {
        Set<Alert> alerts = new HashSet<>();
        for (Object message : messages(Channels.picture("live"))) {
            if (message instanceof Alert alert) {
                alerts.add(alert);
            }
        }
        return alerts;
    }

    private List<Object> messages(String stream) {
        List<Object> messages = new ArrayList<>();
        try (RedisClient client = redis.address().open()) {
            String from = "-";
            while (true) {
                List<StreamEntry> page = client.xrange(stream, from, "+", PAGE);
                if (page.isEmpty()) {
                    return messages;
                }
                page.forEach(entry ->
                        messages.add(MessageCodec.decode(entry.getFields().get(Channels.MESSAGE_FIELD))));
                StreamEntryID last = page.get(page.size() - 1).getID();
                from = "(" + last;
            }
        }
    }

    void awaitAllOnPicture() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptionsMatching(JedisException.class::isInstance)
                .until(() -> onPicture().keySet().containsAll(acknowledged));
    }

    /** Every acknowledged report in exactly one incident, and the incidents count what they own. */
    void assertPictureIsExact() {
        Map<String, Set<String>> owners = onPicture();
        assertThat(owners.keySet()).isEqualTo(acknowledged);
        assertThat(owners.values()).allSatisfy(owner -> assertThat(owner).hasSize(1));
        Map<String, Integer> counts = new TreeMap<>();
        owners.values().forEach(owner -> counts.merge(owner.iterator().next(), 1, Integer::sum));
        Map<String, Integer> told = new TreeMap<>();
        incidentsOnPicture().forEach((id, incident) -> told.put(id, incident.reportCount()));
        assertThat(told).isEqualTo(counts);
    }

    /** The graph has what the picture has: the same incidents in the same version, and the same reports in each. */
    void awaitGraphLikePicture(GraphSettings settings) {
        Map<String, ObservedIncident> incidents = incidentsOnPicture();
        Map<String, Set<String>> reports = new TreeMap<>();
        onPicture()
                .forEach((report, owners) -> owners.forEach(owner ->
                        reports.computeIfAbsent(owner, id -> new TreeSet<>()).add(report)));
        try (Graph graph = Graph.open(settings)) {
            IncidentArchive archive = graph.incidentArchive();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(incidentsIn(archive)).isEqualTo(incidents));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() ->
                            assertThat(reportsIn(archive, incidents.keySet())).isEqualTo(reports));
        }
    }

    private static Map<String, ObservedIncident> incidentsIn(IncidentArchive archive) {
        Map<String, ObservedIncident> found = new TreeMap<>();
        archive.listSince("live", Instant.EPOCH, 100_000).stream()
                .filter(stored -> stored.observed() != null)
                .forEach(stored -> found.put(stored.observed().id(), stored.observed()));
        return found;
    }

    private static Map<String, Set<String>> reportsIn(IncidentArchive archive, Set<String> incidents) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String incident : incidents) {
            Set<String> ids = new TreeSet<>();
            archive.listReports("live", incident, 0, 100_000)
                    .forEach(filed -> ids.add(filed.report().id()));
            found.put(incident, ids);
        }
        return found;
    }
}

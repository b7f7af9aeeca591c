package io.watchfloor.bench;

import io.watchfloor.contract.Channels;
import io.watchfloor.contract.MessageCodec;
import io.watchfloor.contract.MessageKind;
import io.watchfloor.contract.ObservedIncident;
import io.watchfloor.contract.Report;
import io.watchfloor.contract.World;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.resps.StreamEntry;

/**
 * Follows the intake and the picture stream beside the system, and remembers when Redis took what: entry ids are its
 * clock. Only of chosen incidents, so that the looking on costs little.
 */
final class StreamTimes {
    private static final int BLOCK_MILLIS = 200;
    private static final int MOST_ENTRIES = 1_000;
    private static final String ID = "\"id\":\"";

    /**
     * When a report went by.
     *
     * @param receivedAt when the gateway had read it
     * @param takenMillis when it was on the intake stream
     */
    record Taken(Instant receivedAt, long takenMillis) {}

    private final RedisClient redis;
    private final Predicate<String> isChosenReport;
    private final Predicate<String> isChosenIncident;
    private final Map<String, Taken> taken = new ConcurrentHashMap<>();
    /** By incident: when the picture first counted one report, two reports, and so on. */
    private final Map<String, long[]> pictured = new ConcurrentHashMap<>();

    private final Thread follower = new Thread(this::follow, "stream-times");
    private volatile boolean closed;

    StreamTimes(int redisPort, Predicate<String> isChosenReport, Predicate<String> isChosenIncident) {
        this.redis = RedisClient.create("127.0.0.1", redisPort);
        this.isChosenReport = isChosenReport;
        this.isChosenIncident = isChosenIncident;
        follower.setDaemon(true);
        follower.start();
    }

    /** Null while it has not been seen. */
    Taken findTaken(String reportId) {
        return taken.get(reportId);
    }

    /** Milliseconds since 1970 when the picture had so many reports of this incident; 0 while it has not. */
    long picturedMillis(String incidentId, int reports) {
        long[] times = pictured.get(incidentId);
        return times == null ? 0 : times[reports - 1];
    }

    private void follow() {
        Map<String, StreamEntryID> from = new LinkedHashMap<>();
        for (String stream : List.of(Channels.intake(World.LIVE, 0), Channels.picture(World.LIVE))) {
            List<StreamEntry> newest = redis.xrevrange(stream, "+", "-", 1);
            from.put(
                    stream,
                    newest.isEmpty() ? new StreamEntryID() : newest.get(0).getID());
        }
        XReadParams params = XReadParams.xReadParams().count(MOST_ENTRIES).block(BLOCK_MILLIS);
        while (!closed) {
            List<Map.Entry<String, List<StreamEntry>>> read = redis.xread(params, from);
            for (Map.Entry<String, List<StreamEntry>> stream :
                    read == null ? List.<Map.Entry<String, List<StreamEntry>>>of() : read) {
                stream.getValue().forEach(this::note);
                from.put(
                        stream.getKey(),
                        stream.getValue().get(stream.getValue().size() - 1).getID());
            }
        }
        redis.close();
    }

    private void note(StreamEntry entry) {
        String kind = entry.getFields().get(Channels.KIND_FIELD);
        String message = entry.getFields().get(Channels.MESSAGE_FIELD);
        if (MessageKind.REPORT.wireName().equals(kind) && isChosenReport.test(idIn(message))) {
            Report report = MessageCodec.decode(message, Report.class);
            taken.put(report.id(), new Taken(report.receivedAt(), entry.getID().getTime()));
        } else if (MessageKind.OBSERVED_INCIDENT.wireName().equals(kind) && isChosenIncident.test(idIn(message))) {
            ObservedIncident incident = MessageCodec.decode(message, ObservedIncident.class);
            long[] times = pictured.computeIfAbsent(incident.id(), id -> new long[LoadReport.REPORTS_PER_EVENT]);
            for (int i = 0; i < Math.min(times.length, incident.reportCount()); i++) {
                times[i] = times[i] == 0 ? entry.getID().getTime() : times[i];
            }
        }
    }

    /** The first id in a message is its own. */
    private static String idIn(String message) {
        int at = message.indexOf(ID) + ID.length();
        return message.substring(at, message.indexOf('"', at));
    }

    /** Looks no further. */
    void stop() throws InterruptedException {
        closed = true;
        follower.join();
    }
}

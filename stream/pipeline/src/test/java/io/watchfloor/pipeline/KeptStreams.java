package io.watchfloor.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import io.watchfloor.contract.Channels;
import io.watchfloor.contract.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.resps.StreamEntry;

/** Streams of one version as a file, one entry a line, and put back with their ids. */
record KeptStreams(List<Entry> entries) {
    private static final int PAGE = 10_000;

    /** An entry of a stream; whether it was there when the state was saved. */
    record Entry(String stream, String id, Map<String, String> fields, boolean before) {}

    /** Everything on these streams; what is there up to the ids was there before. */
    static KeptStreams read(RedisClient redis, Map<String, String> upTo) {
        List<Entry> all = new ArrayList<>();
        upTo.forEach((stream, newest) -> {
            for (StreamEntry entry : redis.xrange(stream, "-", "+", PAGE)) {
                boolean before = entry.getID().compareTo(new StreamEntryID(newest)) <= 0;
                all.add(new Entry(stream, entry.getID().toString(), entry.getFields(), before));
            }
        });
        return new KeptStreams(all);
    }

    /** The newest id of each of these streams. */
    static Map<String, String> ends(RedisClient redis) {
        Map<String, String> ends = new TreeMap<>();
        for (String stream : List.of(Channels.intake("live", 0), Channels.picture("live"), Channels.filed("live"))) {
            ends.put(stream, redis.xrevrange(stream, "+", "-", 1).get(0).getID().toString());
        }
        return ends;
    }

    void write(Path file) throws IOException {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (Entry entry : entries) {
                out.write((Json.mapper().writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    static KeptStreams read(Path file) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return new KeptStreams(in.lines().map(KeptStreams::entry).toList());
        }
    }

    private static Entry entry(String line) {
        try {
            return Json.mapper().readValue(line, new TypeReference<Entry>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Entry> of(String stream, boolean before) {
        return entries.stream()
                .filter(entry -> entry.stream().equals(stream) && entry.before() == before)
                .toList();
    }

    static void putBack(RedisClient redis, List<Entry> entries) {
        for (Entry entry : entries) {
            redis.xadd(entry.stream(), XAddParams.xAddParams().id(entry.id()), entry.fields());
        }
    }
}

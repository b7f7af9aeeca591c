package io.watchfloor.gateway.push;

import io.netty.buffer.ByteBuf;
import io.watchfloor.contract.Alert;
import io.watchfloor.contract.Assignment;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.live.Health;
import io.watchfloor.contract.live.IncidentView;
import io.watchfloor.contract.live.LiveMessage;
import io.watchfloor.contract.live.PersonView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What a console does with the messages it gets, as the protocol says. */
final class Console implements LiveConnection {
    final Map<String, IncidentView> incidents = new HashMap<>();
    final Map<String, Assignment> assignments = new HashMap<>();
    final Map<String, PersonView> people = new HashMap<>();
    final Map<String, Alert> alerts = new HashMap<>();
    final List<LiveMessage> messages = new ArrayList<>();
    Health health;
    String seq;
    boolean writable = true;
    boolean readsCompressed;
    int compressedFrames;
    int flushes;
    private final Inflater window = new Inflater(true);
    String closedFor;

    @Override
    public boolean isWritable() {
        return writable;
    }

    @Override
    public boolean readsCompressed() {
        return readsCompressed;
    }

    @Override
    public void write(ByteBuf frame) {
        take(decode(frame));
    }

    @Override
    public void flush() {
        flushes++;
    }

    @Override
    public void close(short status, String reason) {
        closedFor = reason;
    }

    void take(LiveMessage message) {
        messages.add(message);
        seq = message.seq();
        if (message.kind().equals("snapshot")) {
            List.of(incidents, assignments, people, alerts).forEach(Map::clear);
        }
        each(message.incidents()).forEach(incident -> incidents.put(incident.id(), incident));
        each(message.assignments()).forEach(assignment -> assignments.put(assignment.id(), assignment));
        each(message.people()).forEach(person -> people.put(person.id(), person));
        each(message.alerts()).forEach(alert -> alerts.put(alert.id(), alert));
        if (message.removed() != null) {
            message.removed().incidents().forEach(incidents::remove);
            message.removed().assignments().forEach(assignments::remove);
            message.removed().alerts().forEach(alerts::remove);
        }
        if (message.health() != null) {
            health = message.health();
        }
    }

    LiveMessage last() {
        return messages.get(messages.size() - 1);
    }

    List<Object> everything() {
        return List.of(Map.copyOf(incidents), Map.copyOf(assignments), Map.copyOf(people), Map.copyOf(alerts));
    }

    private static <T> List<T> each(List<T> items) {
        return items == null ? List.of() : items;
    }

    /** Reads an unmasked text frame, compressed or not. */
    private LiveMessage decode(ByteBuf frame) {
        ByteBuf in = frame.duplicate();
        int first = in.readUnsignedByte();
        if (first != 0x81 && first != 0xC1) {
            throw new IllegalStateException("not a final text frame");
        }
        int length = in.readUnsignedByte();
        long size = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
        byte[] payload = new byte[(int) size];
        in.readBytes(payload);
        if (in.isReadable()) {
            throw new IllegalStateException("more bytes than the frame says");
        }
        try {
            return Json.mapper().readValue(first == 0x81 ? payload : inflate(payload), LiveMessage.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a window that is kept from message to message, and the tail that the sender leaves out (RFC 7692, 7.2.2). */
    private byte[] inflate(byte[] payload) throws IOException {
        compressedFrames++;
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try {
            byte[] whole = Arrays.copyOf(payload, payload.length + 4);
            whole[whole.length - 2] = (byte) 0xFF;
            whole[whole.length - 1] = (byte) 0xFF;
            window.setInput(whole);
            byte[] chunk = new byte[4096];
            for (int read = window.inflate(chunk); read > 0; read = window.inflate(chunk)) {
                message.write(chunk, 0, read);
            }
        } catch (DataFormatException e) {
            throw new IOException("not compressed as agreed", e);
        }
        return message.toByteArray();
    }
}

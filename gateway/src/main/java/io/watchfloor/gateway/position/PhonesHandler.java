package io.watchfloor.gateway.position;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Json;
import io.watchfloor.contract.ReportProblem;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.graph.access.DeviceRegister.Known;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code /phones}: the programs that many phones have already, each answered as it expects. What can never be taken from
 * a known device (no fix, a clock ahead) is answered as taken and counted as refused: the program would send it for ever
 * and nothing after it.
 */
public final class PhonesHandler {
    private static final String TRACCAR = "traccar";
    private static final String OSMAND = "osmand";
    private static final String OWNTRACKS = "owntracks";
    private static final String BASIC = "Basic ";

    private final Devices devices;
    private final Positions positions;

    /** Asks these. */
    public PhonesHandler(Devices devices, Positions positions) {
        this.devices = devices;
        this.positions = positions;
    }

    /** Traccar Client's JSON, or OsmAnd's parameters as a query or a form. */
    public void osmAnd(RoutingContext ctx) {
        Buffer body = ctx.body().buffer();
        String type = ctx.request().getHeader("Content-Type");
        boolean json = type != null && type.startsWith("application/json");
        if (json) {
            JsonNode message = read(body);
            String device = message == null ? "" : message.path("device_id").asText("");
            FixReading reading = message == null
                    ? FixReading.refused("not-json", "The body is not JSON.")
                    : TraccarJson.read(message, positions.now());
            take(ctx, TRACCAR, device, reading, 404, taken -> taken.response().end());
        } else {
            MultiMap parameters = MultiMap.caseInsensitiveMultiMap()
                    .addAll(ctx.queryParams())
                    .addAll(ctx.request().formAttributes());
            String device = parameters.contains("id") ? parameters.get("id") : parameters.get("deviceid");
            FixReading reading = OsmAndQuery.read(parameters, positions.now());
            take(ctx, OSMAND, device, reading, 400, taken -> taken.response().end());
        }
    }

    /** OwnTracks over HTTP: an empty list is what it wants to hear. */
    public void ownTracks(RoutingContext ctx) {
        Buffer body = ctx.body().buffer();
        if (body == null || body.length() == 0) {
            nothing(ctx);
            return;
        }
        String device = ownTracksDevice(ctx.request());
        JsonNode message = read(body);
        FixReading reading = message == null
                ? FixReading.refused("not-json", "The body is not JSON.")
                : OwnTracksJson.read(message, device, positions.now());
        take(ctx, OWNTRACKS, device, reading, 401, PhonesHandler::nothing);
    }

    private void take(
            RoutingContext ctx,
            String source,
            String device,
            FixReading reading,
            int unknownStatus,
            Consumer<RoutingContext> taken) {
        if (reading.refusal() != null && (device == null || device.isBlank() || isMalformed(reading))) {
            positions.refused(source, reading.refusal());
            ReportProblem fault = new ReportProblem(reading.refusal(), null, reading.detail());
            Answers.faults(ctx, "invalid-position", List.of(fault));
            return;
        }
        if (device == null || device.isBlank() || device.length() > 128) {
            unknown(ctx, source, unknownStatus);
            return;
        }
        devices.find(device)
                .onFailure(failure -> unavailable(ctx))
                .onSuccess(known -> taken(ctx, source, known, reading, unknownStatus, taken));
    }

    private void taken(
            RoutingContext ctx,
            String source,
            Optional<Known> known,
            FixReading reading,
            int unknownStatus,
            Consumer<RoutingContext> taken) {
        if (known.isEmpty()) {
            unknown(ctx, source, unknownStatus);
        } else if (!Devices.fits(known.get(), secret(ctx.request()))) {
            positions.refused(source, "wrong-secret");
            unauthorized(ctx);
        } else if (reading.refusal() != null) {
            positions.refused(source, reading.refusal());
            taken.accept(ctx);
        } else if (reading.fix() == null) {
            taken.accept(ctx);
        } else {
            Future<Positions.Outcome> outcome = positions.take(reading.fix(), known.get(), source);
            outcome.onFailure(failure -> unavailable(ctx)).onSuccess(done -> taken.accept(ctx));
        }
    }

    /** Not the format at all, so that sending it again as it is would be a fault of the program. */
    private static boolean isMalformed(FixReading reading) {
        return List.of("not-json", "no-device", "no-position").contains(reading.refusal());
    }

    private void unknown(RoutingContext ctx, String source, int status) {
        positions.refused(source, "unknown-device");
        if (status == 401) {
            unauthorized(ctx);
        } else {
            Answers.problem(ctx, status == 404 ? KnownProblem.DEVICE_NOT_REGISTERED : KnownProblem.DEVICE_REFUSED);
        }
    }

    private static void unauthorized(RoutingContext ctx) {
        ctx.response().putHeader("WWW-Authenticate", "Basic realm=\"watchfloor\", charset=\"UTF-8\"");
        Answers.problem(ctx, KnownProblem.DEVICE_NOT_TRUSTED);
    }

    private static void unavailable(RoutingContext ctx) {
        Answers.problem(ctx, KnownProblem.PHONE_POSITION_UNAVAILABLE);
    }

    private static void nothing(RoutingContext ctx) {
        Answers.json(ctx, Buffer.buffer("[]"));
    }

    /** The device's own name, else its user's: both are what the program was set to. */
    private static String ownTracksDevice(HttpServerRequest request) {
        for (String name : new String[] {
            request.getHeader("X-Limit-D"),
            request.getParam("d"),
            request.getHeader("X-Limit-U"),
            request.getParam("u"),
            credentials(request)[0]
        }) {
            if (name != null && !name.isBlank()) {
                return name.strip();
            }
        }
        return null;
    }

    private static String secret(HttpServerRequest request) {
        return credentials(request)[1];
    }

    private static String[] credentials(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith(BASIC)) {
            return new String[2];
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? pair : new String[2];
        } catch (IllegalArgumentException e) {
            return new String[2];
        }
    }

    private static JsonNode read(Buffer body) {
        try {
            return body == null ? null : Json.mapper().readTree(body.toString(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}

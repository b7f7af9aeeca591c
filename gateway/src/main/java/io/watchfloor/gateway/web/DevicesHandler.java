package io.watchfloor.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.access.AccessHandler;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.gateway.position.Devices;
import io.watchfloor.graph.access.DeviceRegister.Device;
import io.watchfloor.graph.access.DeviceRegister.Draft;
import io.watchfloor.graph.access.DeviceRegister.Registered;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** {@code /people/…/devices}: whose phone it is. What a device calls itself is told once, when it is made here. */
final class DevicesHandler {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 16;

    private final String world;
    private final GraphCalls graph;
    private final Devices devices;

    record DeviceList(List<Device> devices) {}

    /** Told once: neither the key nor the secret can be read again. */
    record Made(Device device, String key, String secret) {}

    DevicesHandler(String world, GraphCalls graph, Devices devices) {
        this.world = world;
        this.graph = graph;
        this.devices = devices;
    }

    void list(RoutingContext ctx) {
        String personId = ctx.pathParam("personId");
        graph.devices(register -> register.list(world, personId))
                .onFailure(ctx::fail)
                .onSuccess(found -> Answers.json(ctx, 200, new DeviceList(found)));
    }

    void register(RoutingContext ctx) {
        String personId = ctx.pathParam("personId");
        String actor = AccessHandler.actorOf(ctx);
        JsonNode body = Requests.body(ctx);
        String given = Requests.text(body, "deviceId");
        String key = given == null ? random() : given;
        String secret = body.path("withSecret").asBoolean(false) ? random() : null;
        Draft draft = new Draft(
                key, secret, Requests.text(body, "label"), body.path("gcj02").asBoolean(false));
        answer(
                ctx,
                graph.devices(register -> register.register(world, personId, draft, actor)),
                done -> Answers.json(ctx, 201, new Made(done.device(), key, secret)));
    }

    void revoke(RoutingContext ctx) {
        String deviceId = ctx.pathParam("deviceId");
        String actor = AccessHandler.actorOf(ctx);
        answer(
                ctx,
                graph.devices(register -> register.revoke(world, deviceId, actor)),
                done -> Answers.json(ctx, 200, done.device()));
    }

    private void answer(RoutingContext ctx, Future<Registered> asked, Consumer<Registered> whenDone) {
        asked.onFailure(ctx::fail).onSuccess(registered -> {
            devices.forget();
            if (registered.isDone()) {
                whenDone.accept(registered);
            } else {
                DeskAnswers.refused(ctx, registered.refusal());
            }
        });
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

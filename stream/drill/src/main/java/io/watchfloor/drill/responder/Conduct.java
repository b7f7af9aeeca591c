package io.watchfloor.drill.responder;

import io.watchfloor.contract.Assignment;
import io.watchfloor.drill.responder.Responder.Task;
import io.watchfloor.drill.scenario.Draws;
import io.watchfloor.drill.town.LatLon;
import io.watchfloor.drill.town.RoadMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * How a simulated responder behaves. The assignment's state in the picture decides what they are at, whoever brought it
 * there; a step that seems to have been lost is made again, which the gateway takes as the same one. Pure: the same
 * responder, sight and time give the same turn.
 */
public final class Conduct {
    private static final double DECLINE_SHARE = 0.03;
    private static final double PATROL_SPEED_UP = 0.5;
    private static final double PATROL_METERS = 350;
    private static final double AT_HOME_METERS = 120;
    private static final Duration POST_EVERY = Duration.ofMillis(2500);
    private static final Duration POST_PATROL_EVERY = Duration.ofSeconds(5);
    private static final Duration STEP_AGAIN_AFTER = Duration.ofSeconds(8);
    private static final List<String> EXCUSES = List.of("车辆故障，无法前往", "正在处理其他警情，走不开", "距离太远，请另派");
    private static final List<String> FINDINGS =
            List.of("现场已处置完毕，秩序恢复", "已到场处理，当事人已安置", "情况属实，已处理完成，现场清理干净", "已排除隐患，建议后续复查", "处理完毕，返回待命");

    private final RoadMap roads;
    private final long seed;
    private final double speedUp;

    /** Behaviour on these roads; {@code speedUp} is how many times faster than the roads' speed people drive. */
    public Conduct(RoadMap roads, long seed, double speedUp) {
        this.roads = roads;
        this.seed = seed;
        this.speedUp = speedUp;
    }

    /** What a responder who sees this does now. */
    public Turn turn(Responder before, Sight sight, Instant now) {
        if (sight.phoneConnected()) {
            return new Turn(before.begin(Task.HANDS_OFF, null, now).movedTo(sight.position()), List.of());
        }
        Responder there = before.task() == Task.HANDS_OFF
                ? before.movedTo(sight.position())
                : before.trip() == null ? before : before.movedTo(before.trip().at(now));
        Task task = taskFor(sight.assignment());
        String assignmentId =
                sight.assignment() == null ? null : sight.assignment().id();
        boolean goesOn = there.task() == task && Objects.equals(there.assignmentId(), assignmentId);
        return carryOn(goesOn ? there : begin(there.begin(task, assignmentId, now), sight, now), sight, now);
    }

    private static Task taskFor(Assignment assignment) {
        if (assignment == null) {
            return Task.IDLE;
        }
        return switch (assignment.state()) {
            case OFFERED -> Task.ANSWERING;
            case ACCEPTED -> Task.SETTING_OUT;
            case EN_ROUTE -> Task.DRIVING;
            case ON_SCENE -> Task.WORKING;
            case DONE, DECLINED, RECALLED, TIMED_OUT, LEFT -> Task.IDLE;
        };
    }

    private Responder begin(Responder responder, Sight sight, Instant now) {
        Random random = Draws.of(seed, responder.personId(), responder.task(), responder.assignmentId() + "");
        return switch (responder.task()) {
            case ANSWERING -> responder.due(now.plusMillis(4_000 + random.nextInt(8_000)));
            case SETTING_OUT -> responder.due(now.plusMillis(1_000 + random.nextInt(2_000)));
            case DRIVING -> setOut(responder, sight.scene(), now);
            case WORKING -> atScene(responder, sight.scene()).due(now.plusMillis(20_000 + random.nextInt(40_000)));
            case IDLE -> goHome(responder, now);
            case HANDS_OFF -> responder;
        };
    }

    /** An incident without a position is found by asking around: that takes a while. */
    private Responder setOut(Responder responder, LatLon scene, Instant now) {
        return scene == null
                ? responder.due(now.plusSeconds(20))
                : responder.on(new Trip(roads.route(responder.at(), scene), now, speedUp));
    }

    /** Somebody else may have said that they arrived: then they are there. */
    private static Responder atScene(Responder responder, LatLon scene) {
        return scene == null ? responder : responder.movedTo(scene);
    }

    private Responder goHome(Responder responder, Instant now) {
        Responder idle = responder.due(now.plusSeconds(
                10 + Draws.of(seed, responder.personId(), "rest").nextInt(50)));
        return idle.at().metersTo(idle.home()) < AT_HOME_METERS
                ? idle
                : idle.on(new Trip(roads.route(idle.at(), idle.home()), now, speedUp));
    }

    private Turn carryOn(Responder responder, Sight sight, Instant now) {
        List<Deed> deeds = new ArrayList<>();
        Responder after = tellPosition(responder, now, deeds);
        boolean arrived = after.trip() == null || after.trip().isOver(now);
        boolean due = !now.isBefore(after.dueAt());
        if (after.task() == Task.IDLE) {
            after = arrived ? idle(after, sight, due, now) : after;
        } else if (due && arrived && after.task() != Task.HANDS_OFF) {
            deeds.add(step(after));
            after = after.due(now.plus(STEP_AGAIN_AFTER));
        }
        return new Turn(after, List.copyOf(deeds));
    }

    private static Responder tellPosition(Responder responder, Instant now, List<Deed> deeds) {
        if (responder.trip() == null) {
            return responder;
        }
        Duration every = responder.trip().speedUp() == PATROL_SPEED_UP ? POST_PATROL_EVERY : POST_EVERY;
        boolean over = responder.trip().isOver(now);
        if (!over && now.isBefore(responder.postedAt().plus(every))) {
            return responder;
        }
        deeds.add(new Deed.Move(responder.personId(), responder.at()));
        return (over ? responder.on(null) : responder).posted(now);
    }

    private Deed step(Responder responder) {
        Random random = Draws.of(seed, responder.assignmentId(), responder.personId());
        boolean declines = random.nextDouble() < DECLINE_SHARE;
        return switch (responder.task()) {
            case ANSWERING ->
                declines
                        ? new Deed.Step(responder.assignmentId(), "decline", oneOf(EXCUSES, random))
                        : new Deed.Step(responder.assignmentId(), "accept", null);
            case SETTING_OUT -> new Deed.Step(responder.assignmentId(), "en-route", null);
            case DRIVING -> new Deed.Step(responder.assignmentId(), "arrive", null);
            case WORKING -> new Deed.Step(responder.assignmentId(), "done", oneOf(FINDINGS, random));
            case IDLE, HANDS_OFF -> throw new IllegalStateException("nothing to do");
        };
    }

    /** Those who patrol take a walk around their home now and then; the others stay. */
    private Responder idle(Responder responder, Sight sight, boolean due, Instant now) {
        if (!due || !sight.patrols()) {
            return responder.on(null);
        }
        Random random = Draws.of(seed, responder.personId(), now.getEpochSecond());
        double turn = random.nextDouble() * 2 * Math.PI;
        double meters = PATROL_METERS * Math.sqrt(random.nextDouble());
        LatLon goal = roads.onRoad(responder.home().plusMeters(meters * Math.cos(turn), meters * Math.sin(turn)));
        return responder
                .on(new Trip(roads.route(responder.at(), goal), now, PATROL_SPEED_UP))
                .due(now.plusSeconds(60 + random.nextInt(120)));
    }

    private static String oneOf(List<String> sentences, Random random) {
        return sentences.get(random.nextInt(sentences.size()));
    }
}

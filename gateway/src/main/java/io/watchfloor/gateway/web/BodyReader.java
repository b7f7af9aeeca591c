package io.watchfloor.gateway.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.watchfloor.gateway.access.SignedRequests;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the body into memory, up to a limit; what is to be streamed is left unread. */
final class BodyReader implements Handler<RoutingContext> {
    private static final long MAX_JSON_BYTES = 1024 * 1024;
    private static final long MAX_DISTRICT_BYTES = 64L * 1024 * 1024;
    private static final Set<String> DISTRICT_TYPES = Set.of(
            "application/zip",
            "application/octet-stream",
            "text/csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final long MAX_PHOTO_BYTES = 5L * 1024 * 1024;
    private static final Set<String> PHOTO_TYPES = Set.of("image/jpeg", "image/png", "image/webp");
    private static final Pattern PHOTOS = Pattern.compile(Routes.API + "/incidents/[^/]+/photos");

    private final BodyHandler photo = BodyHandler.create(false).setBodyLimit(MAX_PHOTO_BYTES);
    private final BodyHandler inMemory = BodyHandler.create(false).setBodyLimit(MAX_JSON_BYTES);
    private final BodyHandler district = BodyHandler.create(false).setBodyLimit(MAX_DISTRICT_BYTES);

    static boolean isNdjson(HttpServerRequest request) {
        return mediaTypeOf(request).equals("application/x-ndjson");
    }

    @Override
    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        String encoding = request.getHeader("Content-Encoding");
        boolean hasBody = request.getHeader("Transfer-Encoding") != null || hasLength(request);
        boolean phone = ctx.normalizedPath().startsWith(Routes.API + "/phones/");
        boolean lines = isNdjson(request) && ctx.normalizedPath().equals(Routes.API + "/reports");
        boolean forDistrict = ctx.normalizedPath().equals(Routes.API + "/district/import");
        if (hasBody && encoding != null && !encoding.equalsIgnoreCase("identity")) {
            Answers.problem(ctx, KnownProblem.WRONG_ENCODING);
        } else if (forDistrict && DISTRICT_TYPES.contains(mediaTypeOf(request))) {
            district.handle(ctx);
        } else if (PHOTOS.matcher(ctx.normalizedPath()).matches() && PHOTO_TYPES.contains(mediaTypeOf(request))) {
            photo.handle(ctx);
        } else if (hasBody && !lines && !phone && !mediaTypeOf(request).equals("application/json")) {
            Answers.problem(ctx, KnownProblem.WRONG_CONTENT_TYPE);
        } else if ((lines && !SignedRequests.isSigned(ctx))
                || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            ctx.next();
        } else {
            inMemory.handle(ctx);
        }
    }

    private static boolean hasLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && !length.equals("0");
    }

    private static String mediaTypeOf(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        if (type == null) {
            return "";
        }
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}

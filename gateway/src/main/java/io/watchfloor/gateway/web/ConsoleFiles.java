package io.watchfloor.gateway.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * The console's files, from the class path. Each is read once and kept with its tag; browsers ask each time whether
 * theirs is current, so that after an upgrade nobody runs the old page.
 */
public final class ConsoleFiles implements Handler<RoutingContext> {
    private static final String CONSOLE = "web/";
    private static final String WEBJARS = "META-INF/resources/webjars/";
    private static final int MAX_FILES_KEPT = 2_000;

    /** Letters, digits and a few signs, no part that begins with a dot: nothing hidden, nothing above. */
    private static final Pattern PLAIN_PATH = Pattern.compile("(?:/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)+");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final Vertx vertx;
    private final Map<String, File> files = new HashMap<>();

    private record File(TaggedContent content, Buffer gzipped, String type) {}

    /** Serves from this class path. */
    public ConsoleFiles(Vertx vertx) {
        this.vertx = vertx;
    }

    /** A page's HTML; empty when there is no such page. Blocks. */
    public static Optional<String> readPage(String name) {
        return read(CONSOLE + name).map(file -> file.content().bytes().toString());
    }

    @Override
    public void handle(RoutingContext ctx) {
        Optional<String> resource = findResource(ctx.normalizedPath());
        if (resource.isEmpty()) {
            Answers.problem(ctx, KnownProblem.NOT_FOUND);
            return;
        }
        File kept = files.get(resource.get());
        if (kept != null) {
            answer(ctx, kept);
            return;
        }
        vertx.executeBlocking(() -> read(resource.get()), false)
                .onFailure(ctx::fail)
                .onSuccess(found -> found.ifPresentOrElse(
                        file -> {
                            if (files.size() < MAX_FILES_KEPT) {
                                files.put(resource.get(), file);
                            }
                            answer(ctx, file);
                        },
                        () -> Answers.problem(ctx, KnownProblem.NOT_FOUND)));
    }

    static Optional<String> findResource(String path) {
        if (path.equals("/")) {
            return Optional.of(CONSOLE + "index.html");
        }
        if (path.equals("/responder")) {
            return Optional.of(CONSOLE + "responder.html");
        }
        if (path.equals("/handover")) {
            return Optional.of(CONSOLE + "handover.html");
        }
        if (path.equals("/admin")) {
            return Optional.of(CONSOLE + "admin.html");
        }
        if (!PLAIN_PATH.matcher(path).matches() || !TYPES.containsKey(extensionOf(path))) {
            return Optional.empty();
        }
        return Optional.of(
                path.startsWith("/webjars/")
                        ? WEBJARS + path.substring("/webjars/".length())
                        : CONSOLE + path.substring(1));
    }

    private static void answer(RoutingContext ctx, File file) {
        ctx.response().putHeader("Content-Type", file.type()).putHeader("Vary", "Accept-Encoding");
        if (file.content().answerIfCurrent(ctx)) {
            return;
        }
        String accepted = ctx.request().getHeader("Accept-Encoding");
        boolean gzip = file.gzipped() != null && accepted != null && accepted.contains("gzip");
        Buffer body = gzip ? file.gzipped() : file.content().bytes();
        ctx.response().putHeader("Content-Encoding", gzip ? "gzip" : "identity");
        if (HttpMethod.HEAD.equals(ctx.request().method())) {
            ctx.response()
                    .putHeader("Content-Length", Integer.toString(body.length()))
                    .end();
        } else {
            ctx.response().end(body);
        }
    }

    private static Optional<File> read(String resource) {
        URL url = ConsoleFiles.class.getClassLoader().getResource(resource);
        if (url == null || url.getPath().endsWith("/")) {
            return Optional.empty();
        }
        try (InputStream in = url.openStream()) {
            byte[] bytes = in.readAllBytes();
            String type = TYPES.get(extensionOf(resource));
            return Optional.of(new File(TaggedContent.of(Buffer.buffer(bytes)), gzipIfText(bytes, type), type));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " is on the class path but cannot be read", e);
        }
    }

    private static Buffer gzipIfText(byte[] bytes, String type) throws IOException {
        boolean text = type.startsWith("text/") || type.contains("json") || type.contains("svg");
        if (!text) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return Buffer.buffer(out.toByteArray());
    }

    private static String extensionOf(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

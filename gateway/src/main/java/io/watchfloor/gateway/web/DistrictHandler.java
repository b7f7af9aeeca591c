package io.watchfloor.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.contract.Problem;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.district.DistrictImport.Fault;
import io.watchfloor.graph.district.DistrictImport.Report;
import io.watchfloor.graph.district.Downloads;
import io.watchfloor.graph.district.SheetSource;
import io.watchfloor.graph.district.Uploads;
import java.io.IOException;
import java.util.List;

/** {@code /district/import} and {@code /district/export}: the whole knowledge graph as tables, in and out. */
final class DistrictHandler {
    private static final String ZIP = "application/zip";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final GraphCalls graph;
    private final Runnable changed;
    private boolean importing;

    record Imported(int rows, int created) {}

    /** A refused import: a problem that lists every fault. */
    record Refused(String type, String title, int status, String detail, List<Fault> faults) {}

    /** {@code changed} is told after an import. */
    DistrictHandler(GraphCalls graph, Runnable changed) {
        this.graph = graph;
        this.changed = changed;
    }

    /** One table takes the name of {@code file}; all others are kept then. */
    void importTables(RoutingContext ctx) {
        Buffer body = ctx.body().buffer();
        String file = ctx.request().getParam("file");
        if (body == null || body.length() == 0) {
            problem(ctx, 400, "empty", "Send a zip of CSV files, a workbook, or one CSV file with its name as file.");
        } else if (file != null && !file.matches("[a-z_]{1,40}\\.csv")) {
            problem(ctx, 400, "file-unknown", "file is the name of a table such as people.csv.");
        } else if (importing) {
            problem(ctx, 409, "import-running", "Another import is running here; wait until it is done.");
        } else {
            importing = true;
            graph.queryLong(known -> importInto(known, file, body.getBytes()))
                    .onComplete(done -> importing = false)
                    .onFailure(ctx::fail)
                    .onSuccess(report -> answer(ctx, report));
        }
    }

    void export(RoutingContext ctx) {
        boolean workbook = "xlsx".equals(ctx.request().getParam("format"));
        graph.queryLong(known ->
                        workbook ? Downloads.workbook(known.readDistrict()) : Downloads.zip(known.readDistrict()))
                .onFailure(ctx::fail)
                .onSuccess(bytes -> {
                    if (!ctx.response().closed()) {
                        ctx.response()
                                .putHeader("Content-Type", workbook ? WORKBOOK : ZIP)
                                .putHeader("Cache-Control", "no-store")
                                .putHeader(
                                        "Content-Disposition",
                                        "attachment; filename=\"district." + (workbook ? "xlsx" : "zip") + "\"")
                                .end(Buffer.buffer(bytes));
                    }
                });
    }

    private static Report importInto(Graph graph, String file, byte[] bytes) {
        SheetSource source;
        try {
            source = file == null ? Uploads.archive(bytes) : Uploads.file(file, bytes);
        } catch (IOException e) {
            return new Report(List.of(new Fault("", 0, "The file cannot be read: " + e.getMessage() + ".")), 0, 0);
        }
        return graph.districtImport().importFrom(source, file != null);
    }

    private void answer(RoutingContext ctx, Report report) {
        if (report.isDone()) {
            changed.run();
            Answers.json(ctx, 200, new Imported(report.rows(), report.created()));
            return;
        }
        Fault first = report.faults().get(0);
        Answers.json(
                ctx,
                422,
                new Refused(
                        "urn:watchfloor:problem:district-at-fault",
                        "District at fault",
                        422,
                        "Nothing was imported: " + report.faults().size() + " faults, the first in " + first.file()
                                + " line " + first.line() + ": " + first.detail(),
                        report.faults()));
    }

    private static void problem(RoutingContext ctx, int status, String name, String sentence) {
        Answers.problem(ctx, Problem.of(status, name, "Not imported", sentence));
    }
}

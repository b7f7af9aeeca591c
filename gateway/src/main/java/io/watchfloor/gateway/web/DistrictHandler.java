package io.watchfloor.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.watchfloor.gateway.answer.Answers;
import io.watchfloor.gateway.answer.KnownProblem;
import io.watchfloor.gateway.answer.Words;
import io.watchfloor.gateway.desk.GraphCalls;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.district.DistrictImport.Fault;
import io.watchfloor.graph.district.DistrictImport.Report;
import io.watchfloor.graph.district.DistrictTables;
import io.watchfloor.graph.district.Downloads;
import io.watchfloor.graph.district.SheetSource;
import io.watchfloor.graph.district.Uploads;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code /district/import} and {@code /district/export}: the whole knowledge graph as tables, in and out. */
final class DistrictHandler {
    private static final String ZIP = "application/zip";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final GraphCalls graph;
    private final Runnable changed;
    private boolean importing;

    record Imported(int rows, int created) {}

    /** A fault in the language that is asked for. */
    record Told(String file, long line, String column, String detail) {}

    /** A refused import: a problem that lists every fault. */
    record Refused(String type, String title, int status, String detail, List<Told> faults) {}

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
            Answers.problem(ctx, KnownProblem.IMPORT_EMPTY);
        } else if (file != null && !DistrictTables.names().contains(file)) {
            String known = String.join(", ", DistrictTables.names());
            Answers.problem(ctx, KnownProblem.IMPORT_FILE_UNKNOWN, Map.of("file", file, "known", known));
        } else if (importing) {
            Answers.problem(ctx, KnownProblem.IMPORT_RUNNING);
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
            Fault unreadable = new Fault(
                    "",
                    0,
                    "The file is no zip, no workbook and no table that can be read: " + e.getMessage() + ".",
                    "此文件不是可以读取的 zip 包、工作簿或表格。");
            return new Report(List.of(unreadable), 0, 0);
        }
        return graph.districtImport().importFrom(source, file != null);
    }

    private void answer(RoutingContext ctx, Report report) {
        if (report.isDone()) {
            changed.run();
            Answers.json(ctx, 200, new Imported(report.rows(), report.created()));
            return;
        }
        Answers.json(
                ctx,
                422,
                new Refused(
                        "urn:watchfloor:problem:district-at-fault",
                        "District at fault",
                        422,
                        sentence(report.faults()).in(ctx),
                        report.faults().stream().map(fault -> told(fault, ctx)).toList()));
    }

    private static Told told(Fault fault, RoutingContext ctx) {
        return new Told(
                fault.file(), fault.line(), fault.column(), new Words(fault.detail(), fault.detailZh()).in(ctx));
    }

    /** Of one fault all of it, of more how many there are and the first. */
    private static Words sentence(List<Fault> faults) {
        Fault first = faults.get(0);
        String file = first.file();
        String en = file.isEmpty() ? "" : file + (first.line() == 0 ? ": " : ", line " + first.line() + ": ");
        String zh = file.isEmpty() ? "" : file + (first.line() == 0 ? "：" : " 第 " + first.line() + " 行：");
        String many = faults.size() == 1 ? "" : faults.size() + " faults were found, the first is in ";
        String manyZh = faults.size() == 1 ? "" : "共有 " + faults.size() + " 处问题，第一处在 ";
        return new Words(
                "Nothing was imported. " + many + en + first.detail(), "未导入任何内容。" + manyZh + zh + first.detailZh());
    }
}

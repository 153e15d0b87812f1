package dev.supporters.gateway.adapter.rest;

import dev.supporters.contract.Products;
import dev.supporters.gateway.access.SubjectLimits;
import dev.supporters.gateway.adapter.grpc.DriverClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.upload.DriverStatisticsCsv;
import dev.supporters.gateway.upload.DriverStatisticsCsv.Problem;
import dev.supporters.gateway.upload.DriverStatisticsCsv.Row;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ImportStatisticsRequest;
import dev.supporters.proto.driver.v1.ImportStatisticsResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What the legacy system knows of drivers' last four weeks, as a file. */
@Path("/import/driver-statistics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(StatementExportResource.OPERATOR)
@RunOnVirtualThread
public class StatisticsImportResource {

    private static final int ROWS_OF_A_REQUEST = 100;

    private final PrincipalProvider principals;
    private final SubjectLimits limits;
    private final DriverClient drivers;

    StatisticsImportResource(
            PrincipalProvider principals, SubjectLimits limits, DriverClient drivers) {
        this.principals = principals;
        this.limits = limits;
        this.drivers = drivers;
    }

    /** What came of a file: how many rows were taken, and each line that was not, in the order of the file. */
    record ImportResult(int taken, List<Problem> refused) {}

    /** For operators, at a person's pace. Good rows are taken whatever the others are; the same file again changes nothing. */
    @POST
    @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    public ImportResult importCsv(
            @QueryParam("product") @DefaultValue("DRIVER") String product, InputStream body) {
        limits.countOperator(principals.get());
        DriverStatisticsCsv file = DriverStatisticsCsv.read(body, product(product));
        List<Problem> refused = new ArrayList<>(file.problems());
        String requestId = "import:" + UUID.randomUUID();
        int taken = 0;
        for (int from = 0; from < file.rows().size(); from += ROWS_OF_A_REQUEST) {
            int end = Math.min(from + ROWS_OF_A_REQUEST, file.rows().size());
            List<Row> rows = file.rows().subList(from, end);
            ImportStatisticsResponse response = drivers.importStatistics(request(requestId, rows));
            taken += response.getTaken();
            response.getRefusedList()
                    .forEach(row -> {
                        long line = rows.get(row.getIndex()).line();
                        refused.add(
                                new Problem(
                                        line,
                                        "line %d, %s (expected: %s)"
                                                .formatted(
                                                        line,
                                                        row.getOffending(),
                                                        row.getExpected())));
                    });
        }
        refused.sort(Comparator.comparingLong(Problem::line));
        return new ImportResult(taken, refused);
    }

    private static ImportStatisticsRequest request(String requestId, List<Row> rows) {
        return ImportStatisticsRequest.newBuilder()
                .setRequestId(requestId)
                .addAllRows(rows.stream().map(Row::row).toList())
                .build();
    }

    private static Product product(String name) {
        return Products.sold(name)
                .orElseThrow(() ->
                        Refusal.invalid("product", name, "a product that is sold, like DRIVER"));
    }
}

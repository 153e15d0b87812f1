package dev.supporters.gateway.adapter.rest;

import dev.supporters.gateway.access.SubjectLimits;
import dev.supporters.gateway.adapter.grpc.SettlementClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.export.StatementCsv;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.settlement.v1.ListStatementsRequest;
import dev.supporters.proto.settlement.v1.ListStatementsResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The statements of a business date as a file, for those who pay. */
@Path("/export/statements")
@RolesAllowed(StatementExportResource.OPERATOR)
@RunOnVirtualThread
public class StatementExportResource {

    /** As the token's claim says it. */
    static final String OPERATOR = "operator";

    private static final String CSV = "text/csv;charset=UTF-8";

    /** So many are read within the deadline of one request. */
    private static final int PAGE = 200;

    private final PrincipalProvider principals;
    private final SubjectLimits limits;
    private final SettlementClient settlement;

    StatementExportResource(
            PrincipalProvider principals, SubjectLimits limits, SettlementClient settlement) {
        this.principals = principals;
        this.limits = limits;
        this.settlement = settlement;
    }

    /** For operators, at a person's pace. Either all statements of the date, or a refusal: never a part of them. */
    @GET
    @Path("/{businessDate}.csv")
    @Produces(CSV)
    public Response statements(@PathParam("businessDate") String businessDate) {
        limits.countOperator(principals.get());
        LocalDate date = date(businessDate);
        StatementCsv csv = new StatementCsv();
        String token = "";
        do {
            ListStatementsResponse page =
                    settlement.statements(
                            ListStatementsRequest.newBuilder()
                                    .setBusinessDate(date.toString())
                                    .setPageSize(PAGE)
                                    .setPageToken(token)
                                    .build());
            page.getStatementsList().forEach(csv::add);
            token = page.getNextPageToken();
        } while (!token.isEmpty());
        return Response.ok(csv.finish(), CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"statements-" + date + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid("businessDate", text, "a date like 2026-11-20");
        }
    }
}

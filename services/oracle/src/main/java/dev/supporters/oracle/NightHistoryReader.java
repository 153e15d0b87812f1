package dev.supporters.oracle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.supporters.oracle.NightHistory.CheckedStatement;
import dev.supporters.oracle.NightHistory.LegacyCallRecord;
import dev.supporters.oracle.NightHistory.LegacyResult;
import dev.supporters.player.NightOutcome;
import dev.supporters.player.client.LegacyAppClient;
import dev.supporters.player.client.StatementExportClient;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.call.v1.CallServiceGrpc.CallServiceBlockingStub;
import dev.supporters.proto.call.v1.ListParkedRequest;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.call.v1.ListResponse;
import dev.supporters.proto.settlement.v1.ListStatementsRequest;
import dev.supporters.proto.settlement.v1.ListStatementsResponse;
import dev.supporters.proto.settlement.v1.RecomputeRequest;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc.SettlementServiceBlockingStub;
import dev.supporters.proto.settlement.v1.Statement;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Reads what happened in a night: from the topics, the legacy system, settlement, call and the gateway, at the addresses given. */
public record NightHistoryReader(
        String bootstrapServers,
        URI legacy,
        String legacyToken,
        String serviceHost,
        int settlementPort,
        int callPort,
        String serviceToken,
        URI gateway,
        String operatorToken) {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration LONGEST_BACKLOG = Duration.ofMinutes(5);
    private static final Duration MOST = Duration.ofMinutes(3);
    private static final int PAGE = 1_000;
    private static final long RPC_SECONDS = 60;

    /** What is not read: demo data, and what was rehearsed. A call is left out by its id or by its customer. */
    public record Excluded(Set<String> calls, Set<String> customers, Set<String> drivers) {

        public Excluded {
            calls = Set.copyOf(calls);
            customers = Set.copyOf(customers);
            drivers = Set.copyOf(drivers);
        }
    }

    /** Waits until every consumer group has handled all events. */
    public void awaitHandled() throws InterruptedException {
        ConsumerLag.awaitIdle(bootstrapServers, LONGEST_BACKLOG);
    }

    /** Waits until every consumer group has handled all events, then reads everything but what is excluded. */
    public NightHistory read(
            NightOutcome outcome, int restarts, Excluded excluded, RunConditions conditions)
            throws InterruptedException {
        awaitHandled();
        EventLog log = EventLogReader.read(bootstrapServers, QUIET, MOST);
        LegacyAppClient client = LegacyAppClient.of(legacy, legacyToken);
        List<CheckedStatement> statements = statements(log);
        NightHistory everything =
                new NightHistory(
                        log,
                        client.calls().stream().map(LegacyCallRecord::of).toList(),
                        client.dispatchResults().stream().map(LegacyResult::of).toList(),
                        statements,
                        exports(statements),
                        outcome,
                        restarts,
                        new GivenUp(parkedCalls(), DeadLetterReader.read(bootstrapServers)),
                        conditions);
        return everything.without(left(excluded), excluded.drivers());
    }

    /** The calls that are left out; no topic says whose a call was. */
    private Set<String> left(Excluded excluded) throws InterruptedException {
        Set<String> all = new HashSet<>(excluded.calls());
        ManagedChannel channel = channel(callPort);
        try {
            CallServiceBlockingStub calls = CallServiceGrpc.newBlockingStub(channel);
            excluded.customers().forEach(customer -> all.addAll(callsOf(calls, customer)));
            return all;
        } finally {
            channel.shutdownNow().awaitTermination(1, TimeUnit.SECONDS);
        }
    }

    private static List<String> callsOf(CallServiceBlockingStub calls, String customer) {
        List<String> found = new ArrayList<>();
        String page = "";
        do {
            ListResponse answer =
                    calls.withDeadlineAfter(RPC_SECONDS, TimeUnit.SECONDS)
                            .withWaitForReady()
                            .list(
                                    ListRequest.newBuilder()
                                            .setCustomerId(customer)
                                            .setPageSize(PAGE)
                                            .setPageToken(page)
                                            .build());
            answer.getCallsList().forEach(call -> found.add(call.getCallId()));
            page = answer.getNextPageToken();
        } while (!page.isEmpty());
        return found;
    }

    /** Those that call gave up on, whosever they are. */
    private List<String> parkedCalls() throws InterruptedException {
        ManagedChannel channel = channel(callPort);
        try {
            return CallServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(RPC_SECONDS, TimeUnit.SECONDS)
                    .withWaitForReady()
                    .listParked(ListParkedRequest.newBuilder().setPageSize(PAGE).build())
                    .getCallsList()
                    .stream()
                    .map(Call::getCallId)
                    .toList();
        } finally {
            channel.shutdownNow().awaitTermination(1, TimeUnit.SECONDS);
        }
    }

    private ManagedChannel channel(int port) {
        Metadata metadata = new Metadata();
        metadata.put(AUTHORIZATION, "Bearer " + serviceToken);
        return ManagedChannelBuilder.forAddress(serviceHost, port)
                .usePlaintext()
                .intercept(MetadataUtils.newAttachHeadersInterceptor(metadata))
                .build();
    }

    private List<CheckedStatement> statements(EventLog log) throws InterruptedException {
        ManagedChannel channel = channel(settlementPort);
        try {
            SettlementServiceBlockingStub settlement =
                    SettlementServiceGrpc.newBlockingStub(channel);
            List<CheckedStatement> statements = new ArrayList<>();
            for (String date :
                    log.work().stream().map(event -> event.getBusinessDate()).distinct().toList()) {
                statements.addAll(statements(settlement, date));
            }
            return statements;
        } finally {
            channel.shutdownNow().awaitTermination(1, TimeUnit.SECONDS);
        }
    }

    /** The files of the same business dates. */
    private List<ExportedFile> exports(List<CheckedStatement> statements)
            throws InterruptedException {
        StatementExportClient client = new StatementExportClient(gateway, operatorToken);
        List<ExportedFile> files = new ArrayList<>();
        for (Map.Entry<String, List<Statement>> date :
                statements.stream()
                        .map(CheckedStatement::statement)
                        .collect(groupingBy(Statement::getBusinessDate, TreeMap::new, toList()))
                        .entrySet()) {
            StatementExportClient.Answer answer = client.statements(date.getKey());
            files.add(
                    new ExportedFile(
                            date.getKey(),
                            answer.status(),
                            answer.text(),
                            date.getValue().stream()
                                    .filter(Statement::getFinal)
                                    .collect(
                                            toMap(
                                                    Statement::getWorkId,
                                                    each -> each.getTotal().getAmount())),
                            date.getValue().stream()
                                    .filter(each -> !each.getFinal())
                                    .map(Statement::getWorkId)
                                    .collect(toSet())));
        }
        return files;
    }

    private static List<CheckedStatement> statements(
            SettlementServiceBlockingStub settlement, String date) {
        List<CheckedStatement> statements = new ArrayList<>();
        String page = "";
        do {
            ListStatementsResponse answer =
                    settlement
                            .withDeadlineAfter(RPC_SECONDS, TimeUnit.SECONDS)
                            .withWaitForReady()
                            .listStatements(
                                    ListStatementsRequest.newBuilder()
                                            .setBusinessDate(date)
                                            .setPageSize(PAGE)
                                            .setPageToken(page)
                                            .build());
            answer.getStatementsList()
                    .forEach(statement -> statements.add(checked(settlement, statement)));
            page = answer.getNextPageToken();
        } while (!page.isEmpty());
        return statements;
    }

    private static CheckedStatement checked(
            SettlementServiceBlockingStub settlement, Statement statement) {
        RecomputeRequest request =
                RecomputeRequest.newBuilder()
                        .setDriverId(statement.getDriverId())
                        .setBusinessDate(statement.getBusinessDate())
                        .setProduct(statement.getProduct())
                        .build();
        try {
            return new CheckedStatement(
                    statement,
                    settlement
                            .withDeadlineAfter(RPC_SECONDS, TimeUnit.SECONDS)
                            .withWaitForReady()
                            .recompute(request)
                            .getSame());
        } catch (StatusRuntimeException e) {
            return new CheckedStatement(statement, false);
        }
    }
}

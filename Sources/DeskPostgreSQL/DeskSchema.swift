#if PostgreSQL
  import Desk

  /// The tables of a desk, in a schema of their own within the database.
  enum DeskSchema {
    /// Stands in the desk's own row: what tells a desk from the tables of other programs.
    static let mark = "CalmDesk"
    /// Grows with every change of the tables or functions.
    static let version: Int64 = 8

    /// What each older schema lacks, by its number; the last step makes the functions anew. Nothing
    /// anybody wrote is ever dropped.
    static let additions: [Int64: String] = [
      1: afterTheFirst, 2: routing, 3: approvals, 4: board,
      5: together, 6: retention, 7: renewed + rarelyAnalyzed,
    ]

    /// Boards, warnings, rungs and teams.
    private static let afterTheFirst = """
      ALTER TABLE calmdesk.cases
        ADD COLUMN IF NOT EXISTS warn_at bigint, ADD COLUMN IF NOT EXISTS raises_at bigint;
      ALTER TABLE calmdesk.people
        ADD COLUMN IF NOT EXISTS team text COLLATE "C",
        ADD COLUMN IF NOT EXISTS department text COLLATE "C";
      \(raisedMatters)
      """

    /// Who is given which case: lanes of the queue, what a case wants, when one that was left untouched
    /// goes back, who never gets it, and what people can.
    private static let routing = """
      ALTER TABLE calmdesk.cases
        ADD COLUMN IF NOT EXISTS lane bigint NOT NULL DEFAULT \(QueueKey.usualLane),
        ADD COLUMN IF NOT EXISTS wants text COLLATE "C" NOT NULL DEFAULT '{}',
        ADD COLUMN IF NOT EXISTS idle_at bigint,
        ADD COLUMN IF NOT EXISTS barred text[] COLLATE "C" NOT NULL DEFAULT '{}';
      ALTER TABLE calmdesk.people
        ADD COLUMN IF NOT EXISTS aptitude text COLLATE "C" NOT NULL DEFAULT '{}';
      DROP INDEX IF EXISTS calmdesk.open_cases, calmdesk.handled_cases, calmdesk.closed_cases,
        calmdesk.raised_hands;
      \(queues) \(idleCases)
      """

    /// Requests that wait in a log from before they had a clock: more were made than decided. They
    /// are due since they were made, until something new happens on the case.
    private static let approvals = """
      ALTER TABLE calmdesk.cases
        ADD COLUMN IF NOT EXISTS approval_at bigint,
        ADD COLUMN IF NOT EXISTS threat boolean NOT NULL DEFAULT false;
      UPDATE calmdesk.cases c SET approval_at = w.at FROM (
        SELECT e.case_id, max(e.at) FILTER (
            WHERE position('"type":"approval_requested"' IN e.event) > 0) AS at
        FROM calmdesk.events e GROUP BY e.case_id
        HAVING count(*) FILTER (WHERE position('"type":"approval_requested"' IN e.event) > 0)
          > count(*) FILTER (WHERE position('"type":"approved"' IN e.event) > 0
            OR position('"type":"denied"' IN e.event) > 0)
      ) w WHERE w.case_id = c.id AND c.state <> 'closed';
      \(callsForAbove)
      """

    /// Questions to colleagues, what many write about at once, and what was said of it. What an older
    /// case is about is found with the next word in it.
    private static let together = """
      ALTER TABLE calmdesk.cases
        ADD COLUMN IF NOT EXISTS consult_at bigint,
        ADD COLUMN IF NOT EXISTS received_at bigint NOT NULL DEFAULT 0,
        ADD COLUMN IF NOT EXISTS matters text COLLATE "C" NOT NULL DEFAULT '[]',
        ADD COLUMN IF NOT EXISTS announced_at bigint;
      \(severalSee)
      """

    /// How old readings are, and whose cases somebody's deputy looks after. A reading from before has
    /// the age of the last word on its case, so that none goes too early.
    private static let retention = """
      ALTER TABLE calmdesk.readings ADD COLUMN IF NOT EXISTS at bigint NOT NULL DEFAULT 0;
      UPDATE calmdesk.readings r SET at = e.at FROM calmdesk.cases c, calmdesk.events e
        WHERE c.id = r.case_id AND e.case_id = c.id AND e.version = c.version;
      \(agingReadings) \(ownedCases)
      """

    private static let agingReadings = """
      CREATE INDEX IF NOT EXISTS readings_by_age ON calmdesk.readings (at);
      """

    private static let ownedCases = """
      CREATE INDEX IF NOT EXISTS owned_cases ON calmdesk.cases ("left"(owner, 64))
        WHERE owner IS NOT NULL AND rank < \(QueueKey.atRest);
      """

    /// Every function is made anew, since they keep nothing, and everybody is let in again.
    private static let renewed = """
      DO $$
      DECLARE
        old text;
      BEGIN
        FOR old IN SELECT p.oid::regprocedure::text FROM pg_proc p
          WHERE p.pronamespace = 'calmdesk'::regnamespace
        LOOP
          EXECUTE 'DROP FUNCTION ' || old;
        END LOOP;
      END $$;
      \(functions) \(presence)
      REVOKE ALL ON ALL FUNCTIONS IN SCHEMA calmdesk FROM PUBLIC;
      SELECT calmdesk.admit(p.id, true) FROM calmdesk.people p
        WHERE p.active AND p.id <> session_user
        AND EXISTS (SELECT FROM pg_roles WHERE rolname = p.id);
      """

    /// What the server finds out about how values are spread changes no plan here, but makes every
    /// line plan all its statements again, on a small desk every minute.
    private static let rarelyAnalyzed = ["cases", "events", "readings", "sittings"].map {
      "ALTER TABLE calmdesk.\($0) SET (autovacuum_analyze_threshold = 5000);"
    }.joined(separator: "\n")

    private static let queues = """
      CREATE INDEX open_cases ON calmdesk.cases (rank, lane, due, ref)
        WHERE rank < \(QueueKey.atRest);
      CREATE INDEX handled_cases ON calmdesk.cases ("left"(handler, 64), rank, lane, due, ref)
        WHERE rank < \(QueueKey.atRest);
      CREATE INDEX closed_cases ON calmdesk.cases (rank, lane, due, ref)
        WHERE rank = \(QueueKey.atRest);
      CREATE INDEX raised_hands ON calmdesk.cases (rank, lane, due, ref)
        WHERE hand AND state <> 'closed';
      """

    private static let idleCases = """
      CREATE INDEX IF NOT EXISTS idle_cases ON calmdesk.cases (idle_at, ref)
        WHERE idle_at IS NOT NULL;
      """

    /// Times are milliseconds since 1970, in UTC. Texts are compared by their bytes. Long texts
    /// are found by a hash of them, since an index keeps only short ones.
    ///
    /// The number of an event is that of its transaction and its place there. So different cases
    /// are written at the same time without a counter that all would wait for, and a reader who
    /// stays below the oldest transaction still at work misses nothing.
    static let tables = """
      CREATE SCHEMA calmdesk;

      CREATE TABLE calmdesk.desk (
        mark text NOT NULL,
        schema bigint NOT NULL,
        -- What is added to the numbers of transactions, since another server counts anew.
        shift bigint NOT NULL
      );

      CREATE TABLE calmdesk.cases (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        ref text COLLATE "C" NOT NULL UNIQUE,
        external text COLLATE "C",
        version bigint NOT NULL,
        state text COLLATE "C" NOT NULL,
        rank bigint NOT NULL,
        due bigint NOT NULL,
        handler text COLLATE "C",
        snoozed_until bigint,
        owner text COLLATE "C",
        customer text COLLATE "C" NOT NULL,
        channel text COLLATE "C" NOT NULL,
        language text COLLATE "C" NOT NULL,
        procedure text COLLATE "C" NOT NULL,
        step text COLLATE "C" NOT NULL,
        heat text COLLATE "C" NOT NULL,
        heat_score bigint,
        waiting_since bigint,
        unread bigint NOT NULL,
        clock text COLLATE "C",
        clock_at bigint,
        danger text COLLATE "C",
        excerpt text COLLATE "C" NOT NULL,
        hand boolean NOT NULL,
        -- How often the case has changed hands, and whom it is offered to.
        epoch bigint NOT NULL,
        offered_to text COLLATE "C",
        warn_at bigint,
        raises_at bigint,
        lane bigint NOT NULL,
        wants text COLLATE "C" NOT NULL,
        idle_at bigint,
        -- Whom the complaint is about: they never get it.
        barred text[] COLLATE "C" NOT NULL,
        approval_at bigint,
        threat boolean NOT NULL DEFAULT false,
        consult_at bigint,
        received_at bigint NOT NULL DEFAULT 0,
        matters text COLLATE "C" NOT NULL DEFAULT '[]',
        announced_at bigint
      ) WITH (fillfactor = 70);
      CREATE UNIQUE INDEX cases_by_external ON calmdesk.cases (md5(external));
      \(queues)
      \(raisedMatters)
      \(idleCases)
      \(board)
      \(callsForAbove)
      \(severalSee)
      \(ownedCases)
      CREATE INDEX snoozed_cases ON calmdesk.cases (snoozed_until, ref) WHERE state = 'snoozed';

      CREATE TABLE calmdesk.events (
        sequence bigint PRIMARY KEY,
        case_id bigint NOT NULL,
        version bigint NOT NULL,
        at bigint NOT NULL,
        actor text COLLATE "C" NOT NULL,
        command text COLLATE "C" NOT NULL,
        event text COLLATE "C" NOT NULL,
        UNIQUE (case_id, version)
      );
      CREATE INDEX events_by_command ON calmdesk.events (hashtextextended(command, 0));

      CREATE TABLE calmdesk.snapshots (
        case_id bigint PRIMARY KEY,
        version bigint NOT NULL,
        snapshot text COLLATE "C" NOT NULL
      );

      CREATE TABLE calmdesk.readings (
        case_id bigint NOT NULL,
        message bigint NOT NULL,
        reading text COLLATE "C" NOT NULL,
        at bigint NOT NULL DEFAULT 0,
        PRIMARY KEY (case_id, message)
      );
      \(agingReadings)

      CREATE TABLE calmdesk.contacts (
        key text COLLATE "C" NOT NULL,
        case_id bigint NOT NULL
      );
      CREATE INDEX contacts_by_key ON calmdesk.contacts (hashtextextended(key, 0), case_id);

      CREATE TABLE calmdesk.people (
        id text COLLATE "C" PRIMARY KEY,
        name text COLLATE "C" NOT NULL,
        role text COLLATE "C" NOT NULL,
        active boolean NOT NULL,
        team text COLLATE "C",
        department text COLLATE "C",
        aptitude text COLLATE "C" NOT NULL
      );

      -- What each role may do, as the playbook said when the desk was made.
      CREATE TABLE calmdesk.permissions (
        role text COLLATE "C" NOT NULL,
        permission text COLLATE "C" NOT NULL,
        PRIMARY KEY (role, permission)
      );

      CREATE TABLE calmdesk.drafts (
        author text COLLATE "C" NOT NULL,
        ref text COLLATE "C" NOT NULL,
        draft text COLLATE "C" NOT NULL
      );
      CREATE UNIQUE INDEX drafts_by_author ON calmdesk.drafts (md5(author), md5(ref));

      CREATE SEQUENCE calmdesk.numbers START 1001;

      -- In shards, so that writers of different cases do not wait for one row; a count is a sum.
      CREATE TABLE calmdesk.counts (
        state text COLLATE "C" NOT NULL,
        shard integer NOT NULL,
        cases bigint NOT NULL,
        PRIMARY KEY (state, shard)
      ) WITH (fillfactor = 50);

      """

    private static let raisedMatters = """
      CREATE INDEX IF NOT EXISTS raised_matters ON calmdesk.cases (raises_at, ref) WHERE raises_at IS NOT NULL;
      """

    /// What happened in each five minutes. Cases are counted as they lie: an index over what they are
    /// counted by would cost every change of them more than it saves.
    private static let board = """
      -- In shards, as the counts are.
      CREATE TABLE IF NOT EXISTS calmdesk.pace (
        span bigint NOT NULL,
        shard integer NOT NULL,
        change bigint NOT NULL,
        answered bigint NOT NULL,
        closed bigint NOT NULL,
        PRIMARY KEY (span, shard)
      ) WITH (fillfactor = 50);
      """

    /// Requests that wait for a yes or no, and threats that nobody above has seen.
    private static let callsForAbove = """
      CREATE INDEX IF NOT EXISTS waiting_requests ON calmdesk.cases (rank, lane, due, ref)
        WHERE approval_at IS NOT NULL AND state <> 'closed';
      CREATE INDEX IF NOT EXISTS unseen_threats ON calmdesk.cases (rank, lane, due, ref)
        WHERE threat AND state <> 'closed';
      """

    private static let severalSee = """
      CREATE INDEX IF NOT EXISTS consulted_cases ON calmdesk.cases (rank, lane, due, ref)
        WHERE consult_at IS NOT NULL AND state <> 'closed';
      CREATE INDEX IF NOT EXISTS cases_by_arrival ON calmdesk.cases (received_at)
        WHERE matters <> '[]';
      CREATE INDEX IF NOT EXISTS announced_cases ON calmdesk.cases (announced_at, ref)
        WHERE announced_at IS NOT NULL;
      """

    /// The newest event that every reader may see: below it nothing is still at work.
    static let horizon = """
      (SELECT (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + shift) << 20 \
      FROM calmdesk.desk)
      """

    /// Everything a new desk consists of.
    static var all: String {
      tables + functions + presence + rarelyAnalyzed + """

        INSERT INTO calmdesk.desk (mark, schema, shift) VALUES ('\(mark)', \(version), 0);
        REVOKE ALL ON ALL FUNCTIONS IN SCHEMA calmdesk FROM PUBLIC;
        """
    }
  }
#endif

#if PostgreSQL
  import Desk

  extension DeskSchema {
    private static let guarded = """
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, calmdesk, pg_temp
      """

    /// The function that appends, and what it asks before.
    ///
    /// Gates are decided by the program; here stands what a program could lie about: who acts, what
    /// their role may do, who holds the case, at which epoch, and at which version it is. The kinds
    /// of events are those of `CaseEvent`.
    static let writing = """
      -- The kind of an event. A NUL in its words is no matter here, but more than the server reads.
      CREATE FUNCTION calmdesk.parts(p_event text) RETURNS json \(guarded) AS $$
      BEGIN
        RETURN replace(p_event, '\\u0000', '\\ufffd')::json;
      EXCEPTION WHEN OTHERS THEN
        PERFORM refuse('what was to be added is no event');
      END $$;

      -- Refuses to take a case from somebody who is still heard of.
      CREATE FUNCTION calmdesk.check_lapse(p_case calmdesk.cases, p_event json)
      RETURNS void \(guarded) AS $$
      BEGIN
        IF p_case.handler IS NULL OR p_event ->> 'from' IS DISTINCT FROM p_case.handler THEN
          PERFORM refuse(format('case %s is not held by “%s”', p_case.ref, p_event ->> 'from'));
        END IF;
        IF p_case.channel = 'phone' THEN
          PERFORM refuse(format(
            'case %s is a call, and the line to the customer may still stand', p_case.ref));
        END IF;
        IF is_there(p_case.handler) THEN
          PERFORM refuse(format('“%s” still sits at a console', p_case.handler));
        END IF;
      END $$;

      -- Refuses to give back a case that its holder has not left untouched for too long.
      CREATE FUNCTION calmdesk.check_ignored(p_case calmdesk.cases, p_event json)
      RETURNS void \(guarded) AS $$
      BEGIN
        IF p_case.handler IS NULL OR p_event ->> 'from' IS DISTINCT FROM p_case.handler
          OR p_case.channel = 'phone' OR p_case.idle_at IS NULL THEN
          PERFORM refuse(format(
            'case %s was not left untouched by “%s”', p_case.ref, p_event ->> 'from'));
        END IF;
      END $$;

      -- Refuses what would give a case to somebody it is about, or let them decide on it.
      CREATE FUNCTION calmdesk.check_barred(p_case calmdesk.cases, p_event json)
      RETURNS void \(guarded) AS $$
      DECLARE
        kind text := p_event ->> 'type';
      BEGIN
        IF kind IN (
            'claimed', 'transfer_accepted', 'taken_over', 'approved', 'denied', 'reopened', 'closed',
            'view_given')
          AND session_user::text = ANY (p_case.barred)
          OR kind = 'complained_about' AND p_event ->> 'on' = 'false'
            AND p_event ->> 'person' = session_user::text THEN
          PERFORM refuse(format(
            'the complaint in case %s is about “%s”; somebody else has to see to it', p_case.ref,
            session_user));
        END IF;
        IF kind = 'transfer_offered' AND p_event ->> 'to' = ANY (p_case.barred) THEN
          PERFORM refuse(format(
            'the complaint in case %s is about “%s”; offer it to somebody else', p_case.ref,
            p_event ->> 'to'));
        END IF;
      END $$;

      -- Who made a request of a case; the first one of its kind has the number 1.
      CREATE FUNCTION calmdesk.asked_by(p_case bigint, p_kind text, p_request bigint)
      RETURNS text \(guarded) AS $$
      BEGIN
        RETURN (
          SELECT e.actor FROM events e
          WHERE e.case_id = p_case AND position(format('"type":"%s"', p_kind) IN e.event) > 0
          ORDER BY e.version OFFSET greatest(0, p_request - 1) LIMIT 1);
      END $$;

      -- Refuses a question to colleagues from somebody who has nothing to do with the case, and an
      -- answer in the name of somebody else.
      CREATE FUNCTION calmdesk.check_consulted(p_case calmdesk.cases, p_event json)
      RETURNS void \(guarded) AS $$
      DECLARE
        kind text := p_event ->> 'type';
        asked json := p_event -> 'asked';
      BEGIN
        IF kind = 'consulted' AND session_user::text IS DISTINCT FROM p_case.handler
          AND session_user::text IS DISTINCT FROM p_case.owner AND NOT may('approve') THEN
          PERFORM refuse(format(
            'case %s is neither held nor owned by “%s”; claim it before you ask about it',
            p_case.ref, session_user));
        END IF;
        IF kind = 'view_given' AND (
            asked ->> 'person' IS DISTINCT FROM session_user::text AND asked ->> 'role' IS NULL
              AND NOT is_away(asked ->> 'person')
            OR asked ->> 'role' IS NOT NULL AND asked ->> 'role' IS DISTINCT FROM (
              SELECT p.role FROM people p WHERE p.id = session_user::text)) THEN
          PERFORM refuse(format('“%s” may not answer for somebody else', session_user));
        END IF;
      END $$;

      -- Whether somebody is on leave, as far as clocks agree: then others may answer for them.
      CREATE FUNCTION calmdesk.is_away(p_person text) RETURNS boolean \(guarded) AS $$
      BEGIN
        RETURN EXISTS (
          SELECT FROM people p WHERE p.id = p_person
            AND (p.aptitude::jsonb -> 'leave' ->> 'from')::timestamptz < now() + interval '2 hours'
            AND (p.aptitude::jsonb -> 'leave' ->> 'until')::timestamptz
              > now() - interval '2 hours');
      END $$;

      -- Refuses what no honest program asks of somebody who is not the owner.
      CREATE FUNCTION calmdesk.check_event(
        p_case calmdesk.cases, p_event json, p_actor text, p_heard boolean
      ) RETURNS void \(guarded) AS $$
      DECLARE
        kind text := p_event ->> 'type';
        needed text;
      BEGIN
        IF p_actor = 'calmdesk' THEN
          IF kind = 'lapsed' THEN
            PERFORM check_lapse(p_case, p_event);
          ELSIF kind = 'ignored' THEN
            PERFORM check_ignored(p_case, p_event);
          ELSIF kind = 'transfer_lapsed' THEN
            IF p_case.offered_to IS DISTINCT FROM p_event ->> 'to' OR p_case.idle_at IS NULL THEN
              PERFORM refuse(format(
                'case %s was not offered to “%s” for too long', p_case.ref, p_event ->> 'to'));
            END IF;
          ELSIF kind NOT IN ('woken', 'raised') THEN
            PERFORM refuse('only what has fallen due is done in the name of the desk itself');
          END IF;
          RETURN;
        END IF;
        IF p_actor <> session_user THEN
          PERFORM refuse(format(
            'you signed in as “%s” and may not act as “%s”', session_user, p_actor));
        END IF;
        needed := CASE
          WHEN kind IN ('opened', 'received') THEN 'intake'
          WHEN kind = 'taken_over' THEN 'take_over'
          WHEN kind IN (
              'approved', 'denied', 'vip_set', 'threat_seen', 'conduct_decided', 'conduct_lifted',
              'announced')
            OR kind = 'complained_about' AND p_event ->> 'on' = 'false' THEN 'approve'
          WHEN kind = 'noted' AND p_event ->> 'kind' = 'whisper' OR kind = 'watched'
            THEN 'whisper'
          WHEN kind = 'overridden' AND p_event ->> 'strength' = 'policy'
            AND (p_event ->> 'reason' <> 'danger' OR p_case.danger IS NULL) THEN 'override'
          WHEN kind = 'hand_lowered' OR p_case.version IS NULL OR p_heard THEN NULL
          ELSE 'work'
        END;
        IF needed IS NOT NULL AND NOT may(needed) THEN
          PERFORM refuse(format(
            '“%s” does not have the permission “%s”; somebody who has it has to do it',
            session_user, needed));
        END IF;
        PERFORM check_barred(p_case, p_event);
        PERFORM check_consulted(p_case, p_event);
        IF kind = 'approved' AND asked_by(
            p_case.id, 'approval_requested', (p_event ->> 'request')::bigint) = session_user::text
          OR kind = 'conduct_decided' AND asked_by(
            p_case.id, 'conduct_proposed', (p_event ->> 'number')::bigint) = session_user::text
        THEN
          PERFORM refuse(format(
            '“%s” asked for this; somebody else has to decide', session_user));
        END IF;
        IF kind IN ('lapsed', 'ignored', 'transfer_lapsed') THEN
          PERFORM refuse('a claim lapses in the name of the desk itself alone');
        END IF;
        IF kind = 'watched' AND p_event ->> 'by' IS DISTINCT FROM session_user::text THEN
          PERFORM refuse(format(
            'you signed in as “%s” and may not watch as “%s”', session_user, p_event ->> 'by'));
        END IF;
        IF kind IN (
          'claimed', 'released', 'transfer_accepted', 'transfer_declined', 'taken_over')
          AND p_event ->> 'by' IS DISTINCT FROM session_user::text THEN
          PERFORM refuse(format(
            'you signed in as “%s” and may not hold a case as “%s”', session_user,
            p_event ->> 'by'));
        END IF;
        IF kind = 'claimed' AND p_case.handler IS NOT NULL THEN
          PERFORM refuse(format(
            'case %s is held by “%s”; take it over, or let them release it', p_case.ref,
            p_case.handler));
        END IF;
        IF kind IN ('transfer_accepted', 'transfer_declined') AND p_case.offered_to IS DISTINCT FROM session_user::text
        THEN
          PERFORM refuse(format('case %s was not offered to “%s”', p_case.ref, session_user));
        END IF;
        IF p_case.version IS NULL OR p_case.handler = session_user OR kind IN (
          'opened', 'received', 'noted', 'claimed', 'transfer_accepted', 'transfer_declined',
          'taken_over', 'tagged',
          'flagged', 'danger_raised', 'linked', 'approved', 'denied', 'threat_seen', 'reopened',
          'conduct_decided', 'conduct_lifted',
          'woken', 'hand_lowered', 'overridden', 'watched', 'improvement_noted', 'task_done',
          'complained_about', 'vip_set', 'consulted', 'view_given', 'consult_ended', 'announced'
        ) OR p_heard AND kind IN ('confirmed', 'disputed', 'flared', 'went_back')
          OR p_case.state = 'closed' AND kind IN (
            'surveyed', 'follow_up_done', 'promise_settled', 'promise_withdrawn', 'went_back')
        THEN
          RETURN;
        END IF;
        IF p_case.handler IS NULL THEN
          PERFORM refuse(format('nobody holds case %s; claim it first', p_case.ref));
        END IF;
        PERFORM refuse(format(
          'case %s is held by “%s”; take it over before you change it', p_case.ref,
          p_case.handler));
      END $$;

      -- Adds events to a case with all that is derived from them; the number of the transaction.
      CREATE FUNCTION calmdesk.append(
        p_ref text, p_from bigint, p_epoch bigint,
        p_version bigint, p_state text, p_rank bigint, p_due bigint, p_handler text,
        p_snoozed_until bigint, p_owner text, p_customer text, p_channel text, p_language text,
        p_procedure text, p_step text, p_heat text, p_heat_score bigint, p_waiting_since bigint,
        p_unread bigint, p_clock text, p_clock_at bigint, p_danger text, p_excerpt text,
        p_hand boolean, p_warn_at bigint, p_raises_at bigint, p_lane bigint, p_wants text,
        p_idle_at bigint, p_approval_at bigint, p_threat boolean, p_consult_at bigint,
        p_received_at bigint, p_matters text, p_announced_at bigint, p_external text,
        p_ats bigint[], p_actors text[], p_commands text[],
        p_events text[], p_snapshot text, p_messages bigint[], p_readings text[],
        p_contacts text[]
      ) RETURNS bigint \(guarded) AS $$
      DECLARE
        old calmdesk.cases;
        one json;
        holder text;
        offered text;
        hands bigint;
        about text[];
        heard boolean := false;
        owned boolean := session_user = current_user;
        this bigint;
        most integer := cardinality(p_events);
        place bigint := pg_current_xact_id()::text::bigint;
        first bigint;
        used bigint;
        answers bigint := 0;
        closings bigint := 0;
      BEGIN
        SELECT * INTO old FROM cases c WHERE c.ref = p_ref FOR NO KEY UPDATE;
        this := old.id;
        IF coalesce(old.version, 0) <> p_from THEN
          PERFORM refuse(format(
            'case %s is at version %s and not at %s; look at it again and repeat the command',
            p_ref, coalesce(old.version, 0), p_from));
        END IF;
        IF coalesce(old.epoch, 0) <> p_epoch THEN
          PERFORM refuse(format(
            'case %s has changed hands since; look at it again and repeat the command', p_ref));
        END IF;
        IF most < 1 OR p_version <> p_from + most OR cardinality(p_ats) <> most
          OR cardinality(p_actors) <> most OR cardinality(p_commands) <> most THEN
          PERFORM refuse(format('what was to be added to %s does not belong together', p_ref));
        END IF;
        holder := old.handler;
        offered := old.offered_to;
        hands := coalesce(old.epoch, 0);
        about := coalesce(old.barred, '{}');
        FOR i IN 1..most LOOP
          one := parts(p_events[i]);
          IF NOT owned THEN
            PERFORM check_event(old, one, p_actors[i], heard);
          END IF;
          CASE one ->> 'type'
            WHEN 'claimed', 'transfer_accepted', 'taken_over' THEN
              holder := one ->> 'by';
              offered := NULL;
              hands := hands + 1;
            WHEN 'released', 'lapsed', 'ignored' THEN
              holder := NULL;
              offered := NULL;
              hands := hands + 1;
            WHEN 'complained_about' THEN
              about := array_remove(about, one ->> 'person');
              IF one ->> 'on' = 'true' THEN
                about := array_append(about, one ->> 'person');
                offered := NULL;
                IF holder = one ->> 'person' THEN
                  holder := NULL;
                  hands := hands + 1;
                END IF;
              END IF;
            WHEN 'transfer_declined', 'transfer_lapsed' THEN offered := NULL;
            WHEN 'transfer_offered' THEN offered := one ->> 'to';
            WHEN 'received', 'reopened' THEN heard := true;
            WHEN 'replied' THEN
              IF one ->> 'is_history' IS DISTINCT FROM 'true' THEN answers := answers + 1; END IF;
            WHEN 'closed' THEN closings := closings + 1;
            ELSE NULL;
          END CASE;
        END LOOP;
        IF NOT owned AND p_handler IS DISTINCT FROM holder THEN
          PERFORM refuse(format(
            'the events of case %s do not give it to “%s”', p_ref, p_handler));
        END IF;

        IF p_from = 0 THEN
          INSERT INTO cases (
            ref, external, version, state, rank, due, handler, snoozed_until, owner, customer,
            channel, language, procedure, step, heat, heat_score, waiting_since, unread, clock,
            clock_at, danger, excerpt, hand, warn_at, raises_at, lane, wants, idle_at, approval_at,
            threat, consult_at, received_at, matters, announced_at, epoch, offered_to, barred
          ) VALUES (
            p_ref, p_external, p_version, p_state, p_rank, p_due, p_handler, p_snoozed_until,
            p_owner, p_customer, p_channel, p_language, p_procedure, p_step, p_heat, p_heat_score,
            p_waiting_since, p_unread, p_clock, p_clock_at, p_danger, p_excerpt, p_hand,
            p_warn_at, p_raises_at, p_lane, p_wants, p_idle_at, p_approval_at, p_threat,
            p_consult_at, p_received_at, coalesce(p_matters, '[]'), p_announced_at, hands,
            offered, about
          ) RETURNING id INTO this;
        ELSE
          UPDATE cases SET version = p_version, state = p_state, rank = p_rank, due = p_due,
            handler = p_handler, snoozed_until = p_snoozed_until, owner = p_owner,
            customer = p_customer, channel = p_channel, language = p_language,
            procedure = p_procedure, step = p_step, heat = p_heat,
            heat_score = coalesce(p_heat_score, heat_score), waiting_since = p_waiting_since,
            unread = p_unread, clock = p_clock, clock_at = p_clock_at, danger = p_danger,
            excerpt = p_excerpt, hand = p_hand, warn_at = p_warn_at, raises_at = p_raises_at,
            lane = p_lane, wants = p_wants, idle_at = p_idle_at, approval_at = p_approval_at,
            threat = p_threat, consult_at = p_consult_at, received_at = p_received_at,
            matters = coalesce(p_matters, matters), announced_at = p_announced_at, epoch = hands, offered_to = offered, barred = about
          WHERE id = this;
        END IF;
        IF old.state IS DISTINCT FROM p_state THEN
          PERFORM count_case(old.state, -1);
          PERFORM count_case(p_state, 1);
        END IF;

        PERFORM count_pace(
          p_ats[most] / \(DeskPace.milliseconds),
          (p_state = 'open')::integer - coalesce(old.state = 'open', false)::integer,
          answers, closings);

        SELECT (place + shift) << 20 INTO first FROM desk;
        SELECT max(sequence) INTO used FROM events
          WHERE sequence >= first AND sequence < first + 1048576;
        used := coalesce(used, first);
        IF used + most >= first + 1048576 THEN
          PERFORM refuse('one transaction may add no more than a million events');
        END IF;
        INSERT INTO events (sequence, case_id, version, at, actor, command, event)
          SELECT used + n, this, p_from + n, p_ats[n], p_actors[n], p_commands[n], p_events[n]
          FROM generate_series(1, most) n;

        IF p_snapshot IS NOT NULL THEN
          INSERT INTO snapshots AS s (case_id, version, snapshot)
            VALUES (this, p_version, p_snapshot)
            ON CONFLICT ON CONSTRAINT snapshots_pkey
            DO UPDATE SET version = excluded.version, snapshot = excluded.snapshot;
        END IF;
        IF cardinality(p_messages) > 0 THEN
          INSERT INTO readings AS r (case_id, message, reading, at)
            SELECT this, p_messages[n], p_readings[n], p_ats[most]
            FROM generate_series(1, cardinality(p_messages)) n
            ON CONFLICT ON CONSTRAINT readings_pkey DO UPDATE SET reading = excluded.reading,
              at = excluded.at;
        END IF;
        IF cardinality(p_contacts) > 0 THEN
          INSERT INTO contacts (key, case_id)
            SELECT DISTINCT k, this FROM unnest(p_contacts) k
            WHERE NOT EXISTS (
              SELECT FROM contacts o WHERE hashtextextended(o.key, 0) = hashtextextended(k, 0)
                AND o.case_id = this AND o.key = k);
        END IF;
        RETURN place;
      END $$;

      CREATE FUNCTION calmdesk.count_pace(
        p_span bigint, p_change bigint, p_answered bigint, p_closed bigint
      ) RETURNS void \(guarded) AS $$
      BEGIN
        IF p_change <> 0 OR p_answered > 0 OR p_closed > 0 THEN
          INSERT INTO pace AS p (span, shard, change, answered, closed)
            VALUES (p_span, pg_backend_pid() & 63, p_change, p_answered, p_closed)
            ON CONFLICT (span, shard) DO UPDATE SET change = p.change + excluded.change,
            answered = p.answered + excluded.answered, closed = p.closed + excluded.closed;
        END IF;
      END $$;

      CREATE FUNCTION calmdesk.count_case(p_state text, p_change bigint)
      RETURNS void \(guarded) AS $$
      BEGIN
        IF p_state IS NOT NULL THEN
          INSERT INTO counts AS c (state, shard, cases)
            VALUES (p_state, pg_backend_pid() & 63, p_change)
            ON CONFLICT (state, shard) DO UPDATE SET cases = c.cases + excluded.cases;
        END IF;
      END $$;

      """
  }
#endif

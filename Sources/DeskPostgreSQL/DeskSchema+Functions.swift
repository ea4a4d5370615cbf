#if PostgreSQL
  extension DeskSchema {
    /// How every function runs: with the rights of the desk's owner, and with no name of the
    /// caller's own standing in for one of the system's.
    private static let guarded = """
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, calmdesk, pg_temp
      """

    /// The only way to write for anybody but the owner of the desk.
    ///
    /// Inside a function `current_user` is the owner and `session_user` whoever signed in.
    static let functions = asking + admitting + persons + drafts + writing

    private static let asking = """
      -- Keeps a case for the rest of the transaction: its other writers wait.
      CREATE FUNCTION calmdesk.hold(p_ref text)
      RETURNS TABLE (version bigint, epoch bigint, turn bigint) \(guarded) AS $$
      BEGIN
        SELECT c.version, c.epoch INTO version, epoch FROM cases c WHERE c.ref = p_ref
          FOR NO KEY UPDATE;
        IF FOUND THEN
          -- The number of the transaction only now, since readers stay behind the oldest.
          turn := pg_current_xact_id()::text::bigint;
          RETURN NEXT;
        END IF;
      END $$;

      -- What a command caused. Nobody else can carry it out until the transaction ends.
      CREATE FUNCTION calmdesk.caused_by(p_command text)
      RETURNS TABLE (
        sequence bigint, version bigint, at bigint, actor text, command text, event text, ref text
      ) \(guarded) AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended(p_command, 1));
        RETURN QUERY SELECT e.sequence, e.version, e.at, e.actor, e.command, e.event, c.ref
          FROM events e JOIN cases c ON c.id = e.case_id
          WHERE hashtextextended(e.command, 0) = hashtextextended(p_command, 0)
            AND e.command = p_command;
      END $$;

      -- The case of an outside id. Nobody else can open one until the transaction ends.
      CREATE FUNCTION calmdesk.of_external(p_external text) RETURNS text \(guarded) AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended(p_external, 2));
        RETURN (SELECT c.ref FROM cases c WHERE md5(c.external) = md5(p_external)
          AND c.external = p_external);
      END $$;

      -- The cases of a customer, whom nobody else can ask for until the transaction ends.
      CREATE FUNCTION calmdesk.of_contacts(p_keys text[])
      RETURNS TABLE (id bigint, ref text) \(guarded) AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hash) FROM (
          SELECT DISTINCT hashtextextended(key, 3) AS hash FROM unnest(p_keys) key ORDER BY 1
        ) hashes;
        RETURN QUERY SELECT c.id, c.ref FROM unnest(p_keys) k
          JOIN contacts o ON hashtextextended(o.key, 0) = hashtextextended(k, 0) AND o.key = k
          JOIN cases c ON c.id = o.case_id;
      END $$;

      -- Keeps the first of these cases that nobody holds and that nobody else is about to take.
      CREATE FUNCTION calmdesk.hold_free(p_refs text[])
      RETURNS TABLE (held text, version bigint, epoch bigint, turn bigint) \(guarded) AS $$
      BEGIN
        SELECT c.ref, c.version, c.epoch INTO held, version, epoch
          FROM unnest(p_refs) WITH ORDINALITY AS wanted (named, place)
          JOIN cases c ON c.ref = wanted.named
          WHERE c.handler IS NULL AND c.state <> 'closed'
          ORDER BY wanted.place LIMIT 1 FOR NO KEY UPDATE OF c SKIP LOCKED;
        IF FOUND THEN
          turn := pg_current_xact_id()::text::bigint;
          RETURN NEXT;
        END IF;
      END $$;

      CREATE FUNCTION calmdesk.next_number()
      RETURNS TABLE (number bigint, turn bigint) \(guarded) AS $$
      BEGIN
        number := nextval('calmdesk.numbers');
        turn := pg_current_xact_id()::text::bigint;
        RETURN NEXT;
      END $$;

      -- Whether whoever signed in may do something; the owner may.
      CREATE FUNCTION calmdesk.may(p_permission text) RETURNS boolean \(guarded) AS $$
      BEGIN
        RETURN session_user = current_user OR EXISTS (
          SELECT FROM people p JOIN permissions m ON m.role = p.role
          WHERE p.id = session_user AND p.active AND m.permission = p_permission);
      END $$;

      CREATE FUNCTION calmdesk.refuse(p_words text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION USING ERRCODE = 'CD001', MESSAGE = p_words;
      END $$;

      """

    private static let admitting = """
      -- Gives a role what it needs to work at the desk, or takes it back.
      CREATE FUNCTION calmdesk.admit(p_role text, p_active boolean) RETURNS void \(guarded) AS $$
      DECLARE
        what text;
      BEGIN
        FOREACH what IN ARRAY ARRAY[
          'USAGE ON SCHEMA calmdesk',
          'SELECT ON calmdesk.desk, calmdesk.cases, calmdesk.events, calmdesk.snapshots, '
            || 'calmdesk.readings, calmdesk.contacts, calmdesk.people, calmdesk.permissions, '
            || 'calmdesk.counts, calmdesk.sittings, calmdesk.pace',
          'EXECUTE ON FUNCTION calmdesk.hold, calmdesk.hold_free, calmdesk.caused_by, calmdesk.of_external, '
            || 'calmdesk.of_contacts, calmdesk.next_number, calmdesk.hold_people, '
            || 'calmdesk.put_person, calmdesk.keep_draft, calmdesk.drafts_of, calmdesk.append, '
            || 'calmdesk.put_sitting, calmdesk.clear_sitting, calmdesk.purge_readings'
        ] LOOP
          IF p_active THEN
            EXECUTE format('GRANT %s TO %I', what, p_role);
          ELSE
            EXECUTE format('REVOKE %s FROM %I', what, p_role);
          END IF;
        END LOOP;
      END $$;

      """

    /// Everybody who may sign in: asking, and saying who that is.
    static let persons = """
      -- Removes what was read in messages before a time, and the score of cases without a reading.
      CREATE FUNCTION calmdesk.purge_readings(p_before bigint, p_limit bigint)
      RETURNS bigint \(guarded) AS $$
      DECLARE
        gone bigint;
      BEGIN
        IF NOT may('people') THEN
          PERFORM refuse(format(
            '“%s” may not say what this desk keeps; a supervisor can', session_user));
        END IF;
        WITH old AS (
          DELETE FROM readings r USING (
            SELECT o.case_id, o.message FROM readings o WHERE o.at < p_before
            ORDER BY o.at LIMIT p_limit FOR UPDATE SKIP LOCKED) o
          WHERE r.case_id = o.case_id AND r.message = o.message RETURNING r.case_id, r.message
        ), bare AS (
          UPDATE cases c SET heat_score = NULL WHERE c.heat_score IS NOT NULL
            AND c.id IN (SELECT o.case_id FROM old o)
            AND NOT EXISTS (SELECT FROM readings r WHERE r.case_id = c.id AND NOT EXISTS (
              SELECT FROM old o WHERE o.case_id = r.case_id AND o.message = r.message))
        )
        SELECT count(*) INTO gone FROM old;
        RETURN gone;
      END $$;

      -- Everybody, for somebody who is about to change who that is.
      CREATE FUNCTION calmdesk.hold_people()
      RETURNS TABLE (
        id text, name text, role text, active boolean, team text, department text, aptitude text
      ) \(guarded) AS $$
      BEGIN
        LOCK TABLE people IN SHARE ROW EXCLUSIVE MODE;
        RETURN QUERY SELECT p.id, p.name, p.role, p.active, p.team, p.department, p.aptitude
          FROM people p;
      END $$;

      CREATE FUNCTION calmdesk.put_person(
        p_id text, p_name text, p_role text, p_active boolean, p_team text, p_department text,
        p_aptitude text
      ) RETURNS bigint \(guarded) AS $$
      BEGIN
        LOCK TABLE people IN SHARE ROW EXCLUSIVE MODE;
        -- Everybody says themselves when they are on leave, and nothing else.
        IF NOT may('people') AND NOT EXISTS (
          SELECT FROM people p WHERE p.id = session_user AND p.id = p_id AND p.active AND p_active
            AND p.name = p_name AND p.role = p_role
            AND p.team IS NOT DISTINCT FROM p_team
            AND p.department IS NOT DISTINCT FROM p_department
            AND p.aptitude::jsonb - 'leave' = p_aptitude::jsonb - 'leave'
        ) THEN
          PERFORM refuse(format(
            '“%s” may not say who works at this desk; a supervisor can', session_user));
        END IF;
        IF p_active AND NOT EXISTS (SELECT FROM pg_roles WHERE rolname = p_id) THEN
          PERFORM refuse(format(
            'the server has no role “%s”; its administrator makes one with “CREATE ROLE %I LOGIN”',
            p_id, p_id));
        END IF;
        INSERT INTO people (id, name, role, active, team, department, aptitude)
          VALUES (p_id, p_name, p_role, p_active, p_team, p_department, p_aptitude)
          ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role,
          active = excluded.active, team = excluded.team, department = excluded.department,
          aptitude = excluded.aptitude;
        IF p_id <> current_user AND EXISTS (SELECT FROM pg_roles WHERE rolname = p_id) THEN
          PERFORM admit(p_id, p_active);
        END IF;
        RETURN pg_current_xact_id()::text::bigint;
      END $$;

      """

    private static let drafts = """
      CREATE FUNCTION calmdesk.check_author(p_author text) RETURNS void \(guarded) AS $$
      BEGIN
        IF session_user <> current_user AND session_user <> p_author THEN
          PERFORM refuse(format(
            'the drafts of “%s” are for nobody else, and you signed in as “%s”', p_author,
            session_user));
        END IF;
      END $$;

      CREATE FUNCTION calmdesk.keep_draft(p_author text, p_ref text, p_draft text)
      RETURNS void \(guarded) AS $$
      BEGIN
        PERFORM check_author(p_author);
        IF p_draft = '' THEN
          DELETE FROM drafts WHERE md5(author) = md5(p_author) AND md5(ref) = md5(p_ref);
        ELSE
          INSERT INTO drafts (author, ref, draft) VALUES (p_author, p_ref, p_draft)
            ON CONFLICT (md5(author), md5(ref)) DO UPDATE SET draft = excluded.draft;
        END IF;
      END $$;

      CREATE FUNCTION calmdesk.drafts_of(p_author text)
      RETURNS TABLE (ref text, draft text) \(guarded) AS $$
      BEGIN
        PERFORM check_author(p_author);
        RETURN QUERY SELECT d.ref, d.draft FROM drafts d WHERE md5(d.author) = md5(p_author);
      END $$;

      """
  }
#endif

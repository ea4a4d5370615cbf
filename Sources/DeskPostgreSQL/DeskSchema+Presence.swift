#if PostgreSQL
  extension DeskSchema {
    private static let guarded = """
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, calmdesk, pg_temp
      """

    /// Seconds a sitting must have been silent, by this server's one clock, before a claim may lapse.
    ///
    /// Less than what watchers wait, by their own clocks: here it is only kept from being lied about.
    private static let silence = 45

    /// Who sits at the desk: not logged, since after a crash everybody who is there says so again.
    static let presence = """
      CREATE UNLOGGED TABLE IF NOT EXISTS calmdesk.sittings (
        sitting text COLLATE "C" PRIMARY KEY,
        person text COLLATE "C" NOT NULL,
        place text COLLATE "C" NOT NULL,
        counter bigint NOT NULL,
        looking text COLLATE "C",
        typing text COLLATE "C",
        status text COLLATE "C" NOT NULL,
        since bigint,
        has_left boolean NOT NULL,
        -- When the counter last grew, by the clock of this server.
        moved_at timestamptz NOT NULL
      ) WITH (fillfactor = 50);
      CREATE INDEX IF NOT EXISTS sittings_by_person ON calmdesk.sittings (person);
      CREATE INDEX IF NOT EXISTS offered_cases ON calmdesk.cases ("left"(offered_to, 64), rank, due, ref)
        WHERE offered_to IS NOT NULL AND state <> 'closed';

      CREATE FUNCTION calmdesk.put_sitting(
        p_sitting text, p_person text, p_place text, p_counter bigint, p_looking text,
        p_typing text, p_status text, p_since bigint, p_has_left boolean
      ) RETURNS void \(guarded) AS $$
      BEGIN
        IF session_user <> current_user AND session_user <> p_person THEN
          PERFORM refuse(format(
            'you signed in as “%s” and may not sit here as “%s”', session_user, p_person));
        END IF;
        -- What is lost with the power may be lost: nobody waits for the disk.
        SET LOCAL synchronous_commit = off;
        INSERT INTO sittings AS s VALUES (
            p_sitting, p_person, p_place, p_counter, p_looking, p_typing, p_status, p_since,
            p_has_left, clock_timestamp())
          ON CONFLICT ON CONSTRAINT sittings_pkey DO UPDATE SET place = excluded.place,
            counter = excluded.counter, looking = excluded.looking, typing = excluded.typing,
            status = excluded.status, since = excluded.since, has_left = excluded.has_left,
            moved_at = CASE WHEN excluded.counter > s.counter THEN excluded.moved_at
              ELSE s.moved_at END
          WHERE s.person = excluded.person;
      END $$;

      -- Whether somebody has a console that is heard of. A clock that was set back cannot tell, so
      -- then it is left to those who watch.
      CREATE FUNCTION calmdesk.is_there(p_person text) RETURNS boolean \(guarded) AS $$
      BEGIN
        RETURN EXISTS (SELECT FROM sittings s WHERE s.person = p_person AND NOT s.has_left
          AND s.moved_at BETWEEN clock_timestamp() - interval '\(silence) seconds'
            AND clock_timestamp());
      END $$;

      -- Whoever is still there is back on the board with the next word.
      CREATE FUNCTION calmdesk.clear_sitting(p_sitting text, p_counter bigint)
      RETURNS void \(guarded) AS $$
      BEGIN
        SET LOCAL synchronous_commit = off;
        DELETE FROM sittings s WHERE s.sitting = p_sitting AND s.counter = p_counter;
      END $$;

      """
  }
#endif

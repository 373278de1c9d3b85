/** The list of members: found by name or address, given another role, removed. */
import type { Me, Member, MemberPage } from "@edgewright/contracts";
import { useState } from "react";
import { usePages } from "../../api/use-pages.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ShowMore } from "../../components/ShowMore.tsx";
import { InvitePeople } from "../../organizations/InvitePeople.tsx";
import { LeaveDialog } from "../../organizations/LeaveDialog.tsx";
import { useWhyNot } from "../../permissions/use-why-not.ts";
import { ListHead } from "../ListHead.tsx";
import { SearchField } from "../SearchField.tsx";
import { MemberRow } from "./MemberRow.tsx";
import { matching, onlyAdmin } from "./member-list.ts";
import { RemoveMember } from "./RemoveMember.tsx";

/** From so many on the list is searched rather than read. */
const SEARCHED_FROM = 8;

interface MembersProps {
  path: string;
  organization: Me["organization"];
  userId: string;
  first: MemberPage;
}

export function Members({ path, organization, userId, first }: MembersProps) {
  const pages = usePages(path, first, ({ id }) => id);
  const { items: members, hasMore, loading, load } = pages;
  const [search, setSearch] = useState("");
  const [removing, setRemoving] = useState<Member | null>(null);
  const [leaving, setLeaving] = useState(false);
  const notUpdate = useWhyNot("member.update");
  const notRemove = useWhyNot("member.remove");
  const only = onlyAdmin(members, hasMore);
  const shown = matching(members, search);
  const find = (text: string) => {
    setSearch(text);
    // What is not here yet cannot be found.
    if (text !== "" && hasMore && !loading) void load("all");
  };
  return (
    <section data-wide>
      <ListHead
        title="Members"
        description={`Everybody in ${organization.name}. A role holds in every project that makes no exception.`}
        action={<InvitePeople variant="primary" />}
      />
      {(members.length >= SEARCHED_FROM || hasMore) && (
        <SearchField label="Search members" placeholder="Name or address" value={search} onChange={find} className="mb-3" />
      )}
      {shown.length === 0 ? (
        <EmptyState
          title={loading ? "Searching" : `Nobody matches “${search}”`}
          action={<Button onClick={() => setSearch("")}>Clear the search</Button>}
        />
      ) : (
        <ul aria-label="Members" className="divide-y divide-border border-y border-border">
          {shown.map((member) => (
            <MemberRow
              key={member.id}
              path={path}
              member={member}
              you={member.userId === userId}
              notUpdate={notUpdate}
              notRemove={notRemove}
              lastAdmin={only === member.id}
              onChanged={(role) => pages.change(member.id, (now) => ({ ...now, role }))}
              onRemove={() => (member.userId === userId ? setLeaving(true) : setRemoving(member))}
            />
          ))}
        </ul>
      )}
      <ShowMore of="members" pages={pages} />
      <RemoveMember
        path={path}
        member={removing}
        organization={organization.name}
        onClose={() => setRemoving(null)}
        onRemoved={(member) => pages.remove(member.id)}
      />
      <LeaveDialog organization={organization} open={leaving} onClose={() => setLeaving(false)} />
    </section>
  );
}

// Reads the public APIs; a refusal is told in the words of its problem document.

const LARGEST_PAGE = 1000;

export async function get(path) {
  let answer;
  try {
    answer = await fetch(path, { headers: { Accept: "application/json" } });
  } catch {
    throw new Error("The platform cannot be reached.");
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail ?? `This could not be read (${answer.status}).`);
  }
  return answer.json();
}

/** All items of a list, page after page. */
export async function all(path) {
  const items = [];
  let cursor = null;
  do {
    const address = new URL(path, location.origin);
    address.searchParams.set("limit", LARGEST_PAGE);
    if (cursor) {
      address.searchParams.set("cursor", cursor);
    }
    const page = await get(address);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return items;
}

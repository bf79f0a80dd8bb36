/** A key beside what it does, for the eye alone: what is read aloud has the words. */
export function Key({ name }: { readonly name: string }) {
  return (
    <span className="key" aria-hidden="true">
      {name}
    </span>
  );
}

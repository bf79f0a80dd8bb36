/** Gives the last answer again as long as the question is the same; a failed answer is asked anew. */
export function remembered<Question extends readonly unknown[], Answer>(
  ask: (...question: Question) => Promise<Answer>,
): (...question: Question) => Promise<Answer> {
  let asked: Question | null = null;
  let answer: Promise<Answer> | null = null;
  return (...question) => {
    if (answer === null || asked === null || question.some((part, index) => part !== asked?.[index])) {
      asked = question;
      const made = ask(...question);
      answer = made;
      made.catch(() => {
        if (answer === made) answer = null;
      });
    }
    return answer;
  };
}

/** Asks once for each key, and gives that answer again. */
export function onceEach<Key, Answer>(ask: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new Map<Key, { readonly answer: Answer }>();
  return (key) => {
    const held = answers.get(key) ?? { answer: ask(key) };
    answers.set(key, held);
    return held.answer;
  };
}

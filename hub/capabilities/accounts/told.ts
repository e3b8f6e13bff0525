/** Headers by which we tell the library what it cannot know. Only we make its requests: nobody else can set them. */
export const told = { address: "x-bongsu-address", strength: "x-bongsu-strength", since: "x-bongsu-since" } as const;
